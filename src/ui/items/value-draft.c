/* value-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/value-draft.h"

struct _OutlayValueDraft
{
  GObject parent_instance;

  /* Owned references */
  GListStore *inputs; /* of the method */

  gboolean has_stored;
  OutlayValueModel stored; /* what the store has, if it has something */
  OutlayValueModel kept;   /* what was typed, also for methods left since */
  int method;              /* -1: not estimated */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayValueDraft, outlay_value_draft, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
on_input_changed (OutlayValueDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
keep_inputs (OutlayValueDraft *self)
{
  guint n_inputs = g_list_model_get_n_items (G_LIST_MODEL (self->inputs));

  for (guint i = 0; i < n_inputs; i++)
    {
      g_autoptr (OutlayValueInput) input = g_list_model_get_item (G_LIST_MODEL (self->inputs), i);

      outlay_value_input_read (input, &self->kept.input[outlay_value_input_get_key (input)]);
    }
}

static void
add_input (OutlayValueDraft *self, const OutlayReportInput *words, OutlayValueKey key)
{
  OutlayValueMethod method = (OutlayValueMethod) self->method;
  g_autoptr (OutlayValueInput) input = NULL;

  if (!outlay_value_method_takes (method, key))
    return;

  input = outlay_value_input_new (words, method, key, &self->kept.input[key]);
  g_signal_connect_object (input, "notify::hint", G_CALLBACK (on_input_changed), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (self->inputs, input);
}

/* As the formula has them: the share that is really achieved comes last. */
static void
list_inputs (OutlayValueDraft *self, const OutlayReportInput *words)
{
  g_list_store_remove_all (self->inputs);
  if (self->method < 0)
    return;

  for (OutlayValueKey key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (key != OUTLAY_VALUE_REALISATION)
      add_input (self, words, key);
  add_input (self, words, OUTLAY_VALUE_REALISATION);
}

static gboolean
ranges_are_same (const OutlayRange *a, const OutlayRange *b)
{
  return a->given == b->given &&
         (!a->given || (a->is_range == b->is_range && a->low_micros == b->low_micros &&
                        a->likely_micros == b->likely_micros && a->high_micros == b->high_micros));
}

static gboolean
is_stored (OutlayValueDraft *self, const OutlayValueModel *model)
{
  if (!self->has_stored || self->stored.method != model->method)
    return FALSE;

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (!ranges_are_same (&self->stored.input[key], &model->input[key]))
      return FALSE;

  return TRUE;
}

static void
outlay_value_draft_dispose (GObject *object)
{
  OutlayValueDraft *self = OUTLAY_VALUE_DRAFT (object);

  g_clear_object (&self->inputs);

  G_OBJECT_CLASS (outlay_value_draft_parent_class)->dispose (object);
}

static void
outlay_value_draft_class_init (OutlayValueDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_value_draft_dispose;

  /**
   * OutlayValueDraft::changed:
   *
   * Something was typed, or another method chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_value_draft_init (OutlayValueDraft *self)
{
  self->inputs = g_list_store_new (OUTLAY_TYPE_VALUE_INPUT);
  self->method = -1;
}

/**
 * outlay_value_draft_new:
 * @words: its wording is borrowed, and its currency is read
 * @use_case: whose value
 *
 * Returns: (transfer full): a draft that is as @use_case has it
 */
OutlayValueDraft *
outlay_value_draft_new (const OutlayReportInput *words, const OutlayUseCase *use_case)
{
  OutlayValueDraft *self = g_object_new (OUTLAY_TYPE_VALUE_DRAFT, NULL);

  self->has_stored = use_case->has_model;
  if (use_case->has_model)
    {
      self->stored = self->kept = use_case->model;
      self->method = (int) use_case->model.method;
    }
  list_inputs (self, words);
  return self;
}

/**
 * outlay_value_draft_get_inputs:
 * @self: a draft
 *
 * Returns: (transfer none): of #OutlayValueInput, those of the method
 */
GListModel *
outlay_value_draft_get_inputs (OutlayValueDraft *self)
{
  g_return_val_if_fail (OUTLAY_IS_VALUE_DRAFT (self), NULL);

  return G_LIST_MODEL (self->inputs);
}

/**
 * outlay_value_draft_get_method:
 * @self: a draft
 *
 * Returns: number of an #OutlayValueMethod; -1 if the value is not estimated
 */
int
outlay_value_draft_get_method (OutlayValueDraft *self)
{
  g_return_val_if_fail (OUTLAY_IS_VALUE_DRAFT (self), -1);

  return self->method;
}

/**
 * outlay_value_draft_set_method:
 * @self: a draft
 * @words: as for outlay_value_draft_new()
 * @method: number of an #OutlayValueMethod; -1: the value is not estimated
 *
 * Inputs that both methods take keep what was typed.
 */
void
outlay_value_draft_set_method (OutlayValueDraft *self, const OutlayReportInput *words, int method)
{
  g_return_if_fail (OUTLAY_IS_VALUE_DRAFT (self));

  if (self->method == method)
    return;

  keep_inputs (self);
  self->method = method;
  list_inputs (self, words);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * outlay_value_draft_take_stored:
 * @self: a draft
 * @use_case: as the store has it now
 *
 * What is typed and not stored yet stays as it is. A draft that was as the store had it
 * is to be made anew if the store has something else.
 *
 * Returns: whether the draft may stay
 */
gboolean
outlay_value_draft_take_stored (OutlayValueDraft *self, const OutlayUseCase *use_case)
{
  OutlayValueModel model;
  gboolean was_same;

  g_return_val_if_fail (OUTLAY_IS_VALUE_DRAFT (self), FALSE);

  was_same = outlay_value_draft_read (self, &model) == OUTLAY_DRAFT_SAME;
  self->has_stored = use_case->has_model;
  self->stored = use_case->model;
  return !was_same || outlay_value_draft_read (self, &model) == OUTLAY_DRAFT_SAME;
}

/**
 * outlay_value_draft_read:
 * @self: a draft that has a method
 * @model: (out): what it states; untouched if it is incomplete, or has no method
 *
 * Returns: how it stands
 */
OutlayDraftState
outlay_value_draft_read (OutlayValueDraft *self, OutlayValueModel *model)
{
  OutlayValueModel read = { 0 };
  guint n_inputs;

  g_return_val_if_fail (OUTLAY_IS_VALUE_DRAFT (self), OUTLAY_DRAFT_SAME);

  if (self->method < 0)
    return self->has_stored ? OUTLAY_DRAFT_COMPLETE : OUTLAY_DRAFT_SAME;

  read.method = (OutlayValueMethod) self->method;
  n_inputs = g_list_model_get_n_items (G_LIST_MODEL (self->inputs));
  for (guint i = 0; i < n_inputs; i++)
    {
      g_autoptr (OutlayValueInput) input = g_list_model_get_item (G_LIST_MODEL (self->inputs), i);

      if (!outlay_value_input_read (input, &read.input[outlay_value_input_get_key (input)]))
        return OUTLAY_DRAFT_INCOMPLETE;
    }

  *model = read;
  return is_stored (self, &read) ? OUTLAY_DRAFT_SAME : OUTLAY_DRAFT_COMPLETE;
}
