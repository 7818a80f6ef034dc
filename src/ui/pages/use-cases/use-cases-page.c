/* use-cases-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/use-cases-page.h"

#include "ui/compat.h"
#include "ui/pages/use-cases/cost-window.h"
#include "ui/pages/use-cases/edits.h"
#include "ui/pages/use-cases/portfolio-view.h"
#include "ui/pages/use-cases/use-case-detail.h"
#include "ui/pages/use-cases/use-case-window.h"
#include "ui/widgets/empty-state.h"

#include <glib/gi18n.h>

struct _OutlayUseCasesPage
{
  OutlayPage parent_instance;

  /* Borrowed references */
  GtkWidget *add_button;
  GtkWidget *more_button;
  GtkStack *stack;
  GtkWidget *empty;
  OutlayPortfolioView *portfolio;
  OutlayUseCaseDetail *detail;

  gint64 open_id; /* of the use case that is open; 0 for none */
  char *asked;    /* name of one that is opened as soon as the session has it */
  int method;     /* to begin its value with; -1 for none */
};

G_DEFINE_FINAL_TYPE (OutlayUseCasesPage, outlay_use_cases_page, OUTLAY_TYPE_PAGE)

static const OutlaySnapshot *
get_snapshot (OutlayUseCasesPage *self)
{
  return outlay_session_get_snapshot (outlay_page_get_session (OUTLAY_PAGE (self)));
}

static int
find_name (OutlayUseCasesPage *self, const char *name)
{
  const OutlaySnapshot *snapshot = get_snapshot (self);

  for (gsize i = 0; snapshot != NULL && i < snapshot->n_use_cases; i++)
    if (g_strcmp0 (snapshot->use_cases[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* The one that is open, by its id: it may have been renamed. */
static int
find_open (OutlayUseCasesPage *self)
{
  const OutlaySnapshot *snapshot = get_snapshot (self);

  for (gsize i = 0; snapshot != NULL && i < snapshot->n_use_cases && self->open_id != 0; i++)
    if (snapshot->use_cases[i].id == self->open_id)
      return (int) i;

  return -1;
}

static const char *
get_open_name (OutlayUseCasesPage *self)
{
  int use_case = find_open (self);

  return use_case >= 0 ? get_snapshot (self)->use_cases[use_case].name : NULL;
}

static void
show_level (OutlayUseCasesPage *self, int use_case)
{
  OutlayPage *page = OUTLAY_PAGE (self);

  gtk_widget_set_visible (self->add_button, use_case < 0);
  gtk_widget_set_visible (self->more_button, use_case >= 0);
  if (use_case >= 0)
    {
      outlay_page_set_level (page, get_snapshot (self)->use_cases[use_case].name, _ ("Use case"));
      return;
    }

  self->open_id = 0;
  outlay_page_leave_level (page);
}

static void
open_asked (OutlayUseCasesPage *self)
{
  int use_case = self->asked != NULL ? find_name (self, self->asked) : -1;

  if (use_case < 0)
    return;

  self->open_id = get_snapshot (self)->use_cases[use_case].id;
  g_clear_pointer (&self->asked, g_free);
}

static void
outlay_use_cases_page_update (OutlayPage *page)
{
  OutlayUseCasesPage *self = OUTLAY_USE_CASES_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  gboolean narrow = outlay_page_get_narrow (page);
  int use_case;

  if (snapshot == NULL)
    return;

  open_asked (self);
  use_case = find_open (self);
  show_level (self, use_case);
  if (use_case >= 0)
    {
      outlay_use_case_detail_update (self->detail, session, (gsize) use_case, narrow);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->detail));
      if (self->method >= 0)
        outlay_use_case_detail_suggest (self->detail, (OutlayValueMethod) self->method);
      self->method = -1;
    }
  else if (snapshot->n_use_cases > 0)
    {
      outlay_portfolio_view_update (self->portfolio, session, narrow);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->portfolio));
    }
  else
    gtk_stack_set_visible_child (self->stack, self->empty);
}

static gboolean
outlay_use_cases_page_go_to (OutlayPage *page, const char *name)
{
  OutlayUseCasesPage *self = OUTLAY_USE_CASES_PAGE (page);
  int use_case = find_name (self, name);

  if (*name != '\0' && use_case < 0)
    return FALSE;

  self->open_id = use_case >= 0 ? get_snapshot (self)->use_cases[use_case].id : 0;
  show_level (self, use_case);
  outlay_page_update (page);
  return TRUE;
}

static void
outlay_use_cases_page_go_back (OutlayPage *page)
{
  outlay_use_cases_page_go_to (page, "");
}

static void
on_opened (OutlayUseCasesPage *self, const char *name)
{
  outlay_use_cases_page_go_to (OUTLAY_PAGE (self), name);
}

/* A new use case is opened at once, with the method that is usual for it. */
static void
on_window_done (OutlayUseCasesPage *self, const char *name, int method)
{
  g_free (self->asked);
  self->asked = g_strdup (name);
  self->method = method;
  outlay_page_update (OUTLAY_PAGE (self));
}

static void
show_window (OutlayUseCasesPage *self, int use_case)
{
  GtkWidget *window;

  if (get_snapshot (self) == NULL)
    return;

  window = outlay_use_case_window_new (GTK_WIDGET (self),
                                       outlay_page_get_session (OUTLAY_PAGE (self)), use_case);
  g_signal_connect_object (window, "done", G_CALLBACK (on_window_done), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_window (data, -1);
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int use_case = find_open (data);

  if (use_case >= 0)
    show_window (data, use_case);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = get_open_name (data);

  if (name != NULL)
    outlay_remove_use_case (data, outlay_page_get_session (data), name);
}

static void
on_add_cost (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = get_open_name (data);

  if (name != NULL)
    gtk_window_present (
        GTK_WINDOW (outlay_cost_window_new (data, outlay_page_get_session (data), name)));
}

static void
on_outcomes_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  const char *name = get_open_name (data);

  if (name != NULL)
    outlay_import_outcomes (data, outlay_page_get_session (data), name, file);
}

static void
on_import_outcomes (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_open_file (GTK_WINDOW (gtk_widget_get_root (data)), _ ("Import Outcomes"),
                    on_outcomes_chosen, data);
}

static GtkWidget *
make_more_button (void)
{
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Edit…"), "use-case.edit");
  g_menu_append (menu, _ ("_Add Cost…"), "use-case.add-cost");
  g_menu_append (menu, _ ("_Import Outcomes…"), "use-case.import-outcomes");
  g_menu_append (menu, _ ("_Remove"), "use-case.remove");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "outlay-view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (more, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More"),
                                  -1);
  gtk_widget_set_visible (more, FALSE);
  return more;
}

/* Of both levels: what belongs to the other is hidden. */
static GtkWidget *
make_header (OutlayUseCasesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export PDF…"));

  self->add_button = gtk_button_new_with_mnemonic (_ ("_New Use Case…"));
  self->more_button = make_more_button ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "use-case.add");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "win.export-pdf");
  gtk_box_append (GTK_BOX (box), self->more_button);
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_box_append (GTK_BOX (box), export);
  return box;
}

static void
add_actions (OutlayUseCasesPage *self, GtkWidget *header)
{
  const GActionEntry entries[] = {
    { .name = "add", .activate = on_add },
    { .name = "edit", .activate = on_edit },
    { .name = "remove", .activate = on_remove },
    { .name = "add-cost", .activate = on_add_cost },
    { .name = "import-outcomes", .activate = on_import_outcomes },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "use-case", G_ACTION_GROUP (group));
  gtk_widget_insert_action_group (header, "use-case", G_ACTION_GROUP (group));
}

static void
outlay_use_cases_page_dispose (GObject *object)
{
  OutlayUseCasesPage *self = OUTLAY_USE_CASES_PAGE (object);

  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (outlay_use_cases_page_parent_class)->dispose (object);
}

static void
outlay_use_cases_page_class_init (OutlayUseCasesPageClass *klass)
{
  OutlayPageClass *page_class = OUTLAY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_use_cases_page_dispose;
  page_class->update = outlay_use_cases_page_update;
  page_class->go_to = outlay_use_cases_page_go_to;
  page_class->go_back = outlay_use_cases_page_go_back;
}

static void
outlay_use_cases_page_init (OutlayUseCasesPage *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *header;

  self->method = -1;
  self->stack = GTK_STACK (stack);
  self->empty = outlay_empty_state_new ("outlay-starred-symbolic", _ ("No use cases yet"),
                                        _ ("Name what a feature is for, and what an outcome is "
                                           "worth."));
  outlay_empty_state_add_button (self->empty, _ ("_New Use Case…"), "use-case.add", TRUE);
  self->portfolio = g_object_new (OUTLAY_TYPE_PORTFOLIO_VIEW, NULL);
  self->detail = g_object_new (OUTLAY_TYPE_USE_CASE_DETAIL, NULL);
  gtk_stack_add_child (self->stack, self->empty);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->portfolio));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->detail));
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), stack);

  header = make_header (self);
  add_actions (self, header);
  outlay_page_set_header_end (OUTLAY_PAGE (self), header);
  g_signal_connect_object (self->portfolio, "opened", G_CALLBACK (on_opened), self,
                           G_CONNECT_SWAPPED);
}
