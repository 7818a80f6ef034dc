/* page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/page.h"

typedef struct
{
  /* Owned references */
  OutlaySession *session;
  GtkWidget *header_start;
  GtkWidget *header_end;
  char *title;
  char *level_title;
  char *level_subtitle;

  gulong on_changed; /* of the session; 0 if it is gone */
  gboolean has_month;
  gboolean narrow;
  gboolean stale; /* something has changed since the last update() */
} OutlayPagePrivate;

enum
{
  PROP_SESSION = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NARROW,
  PROP_HEADER_START,
  PROP_HEADER_END,
  PROP_HAS_MONTH,
  PROP_IN_LEVEL,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayPage, outlay_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static OutlayPagePrivate *
get_private (OutlayPage *self)
{
  return outlay_page_get_instance_private (self);
}

static void
run_update (OutlayPage *self)
{
  OutlayPagePrivate *page = get_private (self);
  OutlayPageClass *klass = OUTLAY_PAGE_GET_CLASS (self);

  page->stale = FALSE;
  if (page->session != NULL && klass->update != NULL)
    klass->update (self);
}

static void
on_session_changed (OutlayPage *self)
{
  outlay_page_update (self);
}

static void
set_session (OutlayPage *self, OutlaySession *session)
{
  OutlayPagePrivate *page = get_private (self);

  if (session == NULL)
    return;

  page->session = g_object_ref (session);
  page->on_changed = g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed),
                                              self, G_CONNECT_SWAPPED);
}

static gboolean
set_widget (GtkWidget **place, GtkWidget *widget)
{
  if (*place == widget)
    return FALSE;

  if (widget != NULL)
    g_object_ref_sink (widget);
  g_clear_object (place);
  *place = widget;
  return TRUE;
}

static void
set_level (OutlayPage *self, const char *title, const char *subtitle)
{
  OutlayPagePrivate *page = get_private (self);
  g_autofree char *new_title = g_strdup (title); /* it may be the old one */
  g_autofree char *new_subtitle = g_strdup (subtitle);

  g_free (page->level_title);
  g_free (page->level_subtitle);
  page->level_title = g_steal_pointer (&new_title);
  page->level_subtitle = g_steal_pointer (&new_subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IN_LEVEL]);
}

static void
outlay_page_map (GtkWidget *widget)
{
  OutlayPage *self = OUTLAY_PAGE (widget);

  if (get_private (self)->stale)
    run_update (self);

  GTK_WIDGET_CLASS (outlay_page_parent_class)->map (widget);
}

static void
outlay_page_dispose (GObject *object)
{
  OutlayPagePrivate *page = get_private (OUTLAY_PAGE (object));

  if (page->session != NULL)
    g_clear_signal_handler (&page->on_changed, page->session);
  g_clear_object (&page->session);
  g_clear_object (&page->header_start);
  g_clear_object (&page->header_end);

  G_OBJECT_CLASS (outlay_page_parent_class)->dispose (object);
}

static void
outlay_page_finalize (GObject *object)
{
  OutlayPagePrivate *page = get_private (OUTLAY_PAGE (object));

  g_free (page->title);
  g_free (page->level_title);
  g_free (page->level_subtitle);

  G_OBJECT_CLASS (outlay_page_parent_class)->finalize (object);
}

static void
outlay_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayPage *self = OUTLAY_PAGE (object);
  OutlayPagePrivate *page = get_private (self);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, page->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, outlay_page_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, page->level_subtitle);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, page->narrow);
      break;
    case PROP_HEADER_START:
      g_value_set_object (value, page->header_start);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, page->header_end);
      break;
    case PROP_HAS_MONTH:
      g_value_set_boolean (value, page->has_month);
      break;
    case PROP_IN_LEVEL:
      g_value_set_boolean (value, outlay_page_get_in_level (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OutlayPage *self = OUTLAY_PAGE (object);
  OutlayPagePrivate *page = get_private (self);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      outlay_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      outlay_page_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_HEADER_START:
      outlay_page_set_header_start (self, g_value_get_object (value));
      break;
    case PROP_HEADER_END:
      outlay_page_set_header_end (self, g_value_get_object (value));
      break;
    case PROP_HAS_MONTH:
      page->has_month = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_page_class_init (OutlayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_page_dispose;
  object_class->finalize = outlay_page_finalize;
  object_class->get_property = outlay_page_get_property;
  object_class->set_property = outlay_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = outlay_page_map;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, read);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_HEADER_START] =
      g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEADER_END] =
      g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HAS_MONTH] =
      g_param_spec_boolean ("has-month", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_IN_LEVEL] = g_param_spec_boolean ("in-level", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_page_init (OutlayPage *self)
{
  get_private (self)->stale = TRUE;
}

/**
 * outlay_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
OutlaySession *
outlay_page_get_session (OutlayPage *self)
{
  return get_private (self)->session;
}

/**
 * outlay_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): title of the level it shows
 */
const char *
outlay_page_get_title (OutlayPage *self)
{
  OutlayPagePrivate *page = get_private (self);

  return page->level_title != NULL ? page->level_title : page->title;
}

/**
 * outlay_page_set_title:
 * @self: a page
 * @title: (nullable): of its top level; the window sets it from the table of places
 */
void
outlay_page_set_title (OutlayPage *self, const char *title)
{
  OutlayPagePrivate *page = get_private (self);

  if (g_strcmp0 (page->title, title) == 0)
    return;

  g_free (page->title);
  page->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * outlay_page_get_subtitle:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): subtitle of the level it shows
 */
const char *
outlay_page_get_subtitle (OutlayPage *self)
{
  return get_private (self)->level_subtitle;
}

/**
 * outlay_page_get_narrow:
 * @self: a page
 *
 * Returns: whether it is to fit into 360 pixels
 */
gboolean
outlay_page_get_narrow (OutlayPage *self)
{
  return get_private (self)->narrow;
}

/**
 * outlay_page_set_narrow:
 * @self: a page
 * @narrow: the window is less than 720 pixels wide
 */
void
outlay_page_set_narrow (OutlayPage *self, gboolean narrow)
{
  OutlayPagePrivate *page = get_private (self);

  if (page->narrow == !!narrow)
    return;

  page->narrow = !!narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  outlay_page_update (self);
}

/**
 * outlay_page_get_header_start:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it has in the header bar after the month
 */
GtkWidget *
outlay_page_get_header_start (OutlayPage *self)
{
  return get_private (self)->header_start;
}

/**
 * outlay_page_set_header_start:
 * @self: a page
 * @widget: (nullable): for the header bar, after the month; in a narrow window it is
 *   at the bottom
 */
void
outlay_page_set_header_start (OutlayPage *self, GtkWidget *widget)
{
  if (set_widget (&get_private (self)->header_start, widget))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_START]);
}

/**
 * outlay_page_get_header_end:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its actions in the header bar
 */
GtkWidget *
outlay_page_get_header_end (OutlayPage *self)
{
  return get_private (self)->header_end;
}

/**
 * outlay_page_set_header_end:
 * @self: a page
 * @widget: (nullable): its actions, at most two with text; in a narrow window they are
 *   at the bottom
 */
void
outlay_page_set_header_end (OutlayPage *self, GtkWidget *widget)
{
  if (set_widget (&get_private (self)->header_end, widget))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_END]);
}

/**
 * outlay_page_get_has_month:
 * @self: a page
 *
 * Returns: whether what it shows is of the session's month, so that the stepper belongs
 *   to it
 */
gboolean
outlay_page_get_has_month (OutlayPage *self)
{
  return get_private (self)->has_month;
}

/**
 * outlay_page_get_in_level:
 * @self: a page
 *
 * Returns: whether there is a level to go back from
 */
gboolean
outlay_page_get_in_level (OutlayPage *self)
{
  return get_private (self)->level_title != NULL;
}

/**
 * outlay_page_set_level:
 * @self: a page
 * @title: what the page has opened: the window shows it, and a button to go back
 * @subtitle: (nullable): what kind of thing that is
 */
void
outlay_page_set_level (OutlayPage *self, const char *title, const char *subtitle)
{
  g_return_if_fail (OUTLAY_IS_PAGE (self));
  g_return_if_fail (title != NULL);

  set_level (self, title, subtitle);
}

/**
 * outlay_page_leave_level:
 * @self: a page that is at its top level again
 */
void
outlay_page_leave_level (OutlayPage *self)
{
  g_return_if_fail (OUTLAY_IS_PAGE (self));

  set_level (self, NULL, NULL);
}

/**
 * outlay_page_update:
 * @self: a page
 *
 * Shows what the session has, now or as soon as the page can be seen.
 */
void
outlay_page_update (OutlayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    run_update (self);
  else
    get_private (self)->stale = TRUE;
}

/**
 * outlay_page_go_to:
 * @self: a page
 * @name: of a feature or a use case; "" for the top level
 *
 * Returns: whether it is shown
 */
gboolean
outlay_page_go_to (OutlayPage *self, const char *name)
{
  OutlayPageClass *klass = OUTLAY_PAGE_GET_CLASS (self);

  if (klass->go_to != NULL)
    return klass->go_to (self, name);

  return *name == '\0';
}

/**
 * outlay_page_take_files:
 * @self: the page that imports
 * @files: of #GFile: chosen, dropped or given on the command line
 */
void
outlay_page_take_files (OutlayPage *self, GListModel *files)
{
  OutlayPageClass *klass = OUTLAY_PAGE_GET_CLASS (self);

  if (klass->take_files != NULL)
    klass->take_files (self, files);
}

/**
 * outlay_page_go_back:
 * @self: a page
 */
void
outlay_page_go_back (OutlayPage *self)
{
  OutlayPageClass *klass = OUTLAY_PAGE_GET_CLASS (self);

  if (outlay_page_get_in_level (self) && klass->go_back != NULL)
    klass->go_back (self);
}
