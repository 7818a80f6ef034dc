/* value-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/value-editor.h"

#include "ledger/value.h"
#include "ui/items/value-draft.h"
#include "ui/items/what-if.h"
#include "ui/pages/use-cases/edits.h"
#include "ui/pages/use-cases/figure-row.h"
#include "ui/pages/use-cases/period.h"
#include "ui/pages/use-cases/value-input-row.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

struct _OutlayValueEditor
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;
  OutlayValueDraft *draft;
  GtkSizeGroup *columns[OUTLAY_N_INPUT_COLUMNS];

  /* Borrowed references */
  GtkWidget *value_row;
  GtkWidget *range_row;

  /* Template widgets */
  GtkDropDown *methods;
  GtkListBox *rows;
  GtkWidget *unsaved;
  GtkLabel *unsaved_text;
  GtkLabel *formula;

  gint64 id; /* of the use case */
  gsize use_case;
  gboolean narrow;
  gboolean filling; /* not the user chooses a method */
};

G_DEFINE_FINAL_TYPE (OutlayValueEditor, outlay_value_editor, ADW_TYPE_BIN)

static const OutlayUseCase *
get_use_case (OutlayValueEditor *self)
{
  return &outlay_session_get_snapshot (self->session)->use_cases[self->use_case];
}

static void
save (OutlayValueEditor *self)
{
  OutlayValueModel model;

  if (self->filling || outlay_value_draft_read (self->draft, &model) != OUTLAY_DRAFT_COMPLETE)
    return;

  outlay_set_value (GTK_WIDGET (self), self->session, get_use_case (self)->name,
                    outlay_value_draft_get_method (self->draft) < 0 ? NULL : &model);
}

static void
fill_result (OutlayValueEditor *self, const OutlayWorth *worth)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  gboolean known = worth != NULL && worth->has_value;
  g_autofree char *value =
      known ? outlay_wording_money (wording, worth->value_nanos, currency, OUTLAY_MONEY_FULL)
            : g_strdup ("–");
  g_autofree char *range =
      known && worth->has_range
          ? outlay_wording_money_range (wording, worth->value_low_nanos, worth->value_high_nanos,
                                        currency, OUTLAY_MONEY_WHOLE)
          : g_strdup ("–");

  outlay_figure_row_set (OUTLAY_FIGURE_ROW (self->value_row), value);
  outlay_figure_row_set (OUTLAY_FIGURE_ROW (self->range_row), range);
}

static void
fill_formula (OutlayValueEditor *self, const OutlayWorth *worth, const OutlayValueModel *model)
{
  int method = outlay_value_draft_get_method (self->draft);
  GString *text = g_string_new (NULL);
  const char *doubt = model != NULL ? outlay_value_model_doubt (model) : NULL;

  if (method < 0)
    g_string_append (text, _ ("Its cost counts; its value is unknown, which is not 0."));
  else
    g_string_append_printf (text, "%s %s",
                            outlay_report_method_formula ((OutlayValueMethod) method),
                            _ ("ROI = (value − cost) ÷ cost. The low and the high total take "
                               "every input at its low or its high."));
  if (worth != NULL && !worth->has_value && method >= 0 &&
      outlay_report_method_takes_outcomes ((OutlayValueMethod) method))
    g_string_append (text, _ (" There is no count of outcomes for this month yet."));
  if (doubt != NULL)
    g_string_append_printf (text, " %s", doubt);

  gtk_label_set_label (self->formula, text->str);
  g_string_free (text, TRUE);
}

/* What the draft comes to, before it is saved. */
static void
show_result (OutlayValueEditor *self)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  gint32 month = outlay_session_get_month (self->session);
  gboolean estimated = outlay_value_draft_get_method (self->draft) >= 0;
  OutlayValueModel model;
  OutlayDraftState state = outlay_value_draft_read (self->draft, &model);
  gboolean complete = state != OUTLAY_DRAFT_INCOMPLETE;
  const OutlayValueModel *draft = estimated && complete ? &model : NULL;
  g_autoptr (OutlayPortfolio) portfolio =
      complete ? outlay_portfolio_with_model (snapshot, self->use_case, draft, month) : NULL;
  const OutlayWorth *worth = portfolio != NULL ? &portfolio->lines[self->use_case].worth : NULL;

  fill_result (self, worth);
  fill_formula (self, worth, draft);
  gtk_widget_set_visible (self->unsaved, !complete);
}

/* Heads over the entries, as wide as they are. */
static void
add_heads (OutlayValueEditor *self)
{
  const char *const heads[OUTLAY_N_INPUT_COLUMNS] = { _ ("Low"), _ ("Likely"), _ ("High"), "" };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, self->narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  for (gsize i = 0; i < OUTLAY_N_INPUT_COLUMNS; i++)
    {
      GtkWidget *head = gtk_label_new (heads[i]);

      gtk_label_set_xalign (GTK_LABEL (head), 1);
      gtk_widget_set_hexpand (head, self->narrow && *heads[i] != '\0');
      gtk_widget_add_css_class (head, "caption-heading");
      gtk_widget_add_css_class (head, "quiet");
      gtk_size_group_add_widget (self->columns[i], head);
      gtk_box_append (GTK_BOX (box), head);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->rows, row);
}

static void
add_inputs (OutlayValueEditor *self)
{
  GListModel *inputs = outlay_value_draft_get_inputs (self->draft);
  guint n_inputs = g_list_model_get_n_items (inputs);

  for (guint i = 0; i < n_inputs; i++)
    {
      g_autoptr (OutlayValueInput) input = g_list_model_get_item (inputs, i);
      GtkWidget *row = outlay_value_input_row_new (input, self->narrow, self->columns);

      g_signal_connect_object (row, "committed", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, row);
    }
}

/* The focus of an entry that goes does not wander off. */
static void
save_focus (OutlayValueEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows)))
    gtk_widget_grab_focus (GTK_WIDGET (self->methods));
}

static void
list_rows (OutlayValueEditor *self)
{
  GtkWidget *row;

  self->filling = TRUE; /* an entry that loses its focus saves nothing now */
  save_focus (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);

  if (outlay_value_draft_get_method (self->draft) >= 0)
    {
      add_heads (self);
      add_inputs (self);
    }
  self->value_row = outlay_figure_row_new (_ ("Value, likely"), TRUE);
  self->range_row = outlay_figure_row_new (_ ("Low to high"), FALSE);
  gtk_list_box_append (self->rows, self->value_row);
  gtk_list_box_append (self->rows, self->range_row);
  gtk_drop_down_set_selected (self->methods,
                              (guint) (outlay_value_draft_get_method (self->draft) + 1));
  self->filling = FALSE;
  show_result (self);
}

static void
choose_method (OutlayValueEditor *self, int method)
{
  const OutlayReportInput words = outlay_session_get_words (self->session);

  outlay_value_draft_set_method (self->draft, &words, method);
  list_rows (self);
}

static void
on_method_chosen (OutlayValueEditor *self)
{
  if (self->filling || self->draft == NULL)
    return;

  choose_method (self, (int) gtk_drop_down_get_selected (self->methods) - 1);
  save (self);
}

static void
set_draft (OutlayValueEditor *self)
{
  const OutlayReportInput words = outlay_session_get_words (self->session);

  g_clear_object (&self->draft);
  self->draft = outlay_value_draft_new (&words, get_use_case (self));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_result), self,
                           G_CONNECT_SWAPPED);
  list_rows (self);
}

static void
on_discard (OutlayValueEditor *self)
{
  set_draft (self);
}

static void
outlay_value_editor_dispose (GObject *object)
{
  OutlayValueEditor *self = OUTLAY_VALUE_EDITOR (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_VALUE_EDITOR);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  for (gsize i = 0; i < OUTLAY_N_INPUT_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (outlay_value_editor_parent_class)->dispose (object);
}

static void
outlay_value_editor_class_init (OutlayValueEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_value_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/value-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayValueEditor, methods);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueEditor, unsaved);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueEditor, unsaved_text);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueEditor, formula);
  gtk_widget_class_bind_template_callback (widget_class, on_method_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
outlay_value_editor_init (OutlayValueEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < OUTLAY_N_INPUT_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_label_set_label (self->unsaved_text,
                       _ ("Not saved yet: fill in what is needed, or mend what is wrong."));
  self->filling = TRUE;
  gtk_string_list_append (names, _ ("not estimated"));
  for (OutlayValueMethod method = 0; method < OUTLAY_N_VALUE_METHODS; method++)
    gtk_string_list_append (names, outlay_report_method_name (method));
  gtk_drop_down_set_model (self->methods, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/**
 * outlay_value_editor_update:
 * @self: an editor
 * @session: what it shows and edits
 * @use_case: index of a use case
 * @narrow: there are 360 pixels
 *
 * What is being typed stays, unless the store has changed under it.
 */
void
outlay_value_editor_update (OutlayValueEditor *self,
                            OutlaySession *session,
                            gsize use_case,
                            gboolean narrow)
{
  const OutlayUseCase *it;
  gboolean same;

  g_return_if_fail (OUTLAY_IS_VALUE_EDITOR (self));

  g_set_object (&self->session, session);
  self->use_case = use_case;
  it = get_use_case (self);
  same = self->draft != NULL && self->id == it->id && self->narrow == narrow;
  self->id = it->id;
  self->narrow = narrow;

  if (same && outlay_value_draft_take_stored (self->draft, it))
    show_result (self);
  else
    set_draft (self);
}

/**
 * outlay_value_editor_suggest:
 * @self: an editor of a use case whose value is not estimated
 * @method: to begin with; nothing is saved until its inputs are filled in
 */
void
outlay_value_editor_suggest (OutlayValueEditor *self, OutlayValueMethod method)
{
  g_return_if_fail (OUTLAY_IS_VALUE_EDITOR (self));

  choose_method (self, (int) method);
}
