/* report-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/report-export.h"

#include "report/roi.h"
#include "report/write.h"
#include "ui/compat.h"
#include "ui/items/what-if.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"

#include <glib/gi18n.h>

#define TREND_MONTHS 12

/* What the thread that makes the report needs: nothing that the window goes on using. */
typedef struct
{
  OutlaySnapshot *snapshot;
  gint32 month;
  OutlayReportFormat format;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  outlay_snapshot_unref (job->snapshot);
  g_clear_object (&job->file);
  g_free (job);
}

static gboolean
write_report (const Job *job, GError **error)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayPortfolio) portfolio =
      outlay_portfolio_new (job->snapshot, job->month, job->month);
  gint32 previous_to;
  g_autoptr (OutlayPortfolio) previous =
      outlay_portfolio_of_same_days (job->snapshot, job->month, &previous_to);
  g_autoptr (OutlayPortfolio) history =
      outlay_portfolio_new (job->snapshot, job->month - TREND_MONTHS + 1, job->month);
  g_autoptr (OutlayBudgetStatus) budget = outlay_budget_status_new (job->snapshot, job->month);
  g_autoptr (OutlayReportDocument) document = NULL;
  OutlayReportInput input = {
    .snapshot = job->snapshot,
    .portfolio = portfolio,
    .previous = previous,
    .previous_to = previous_to,
    .history = history,
    .budget = budget,
    .wording = wording,
    .made_day = G_MININT32,
  };

  document = outlay_report_roi_new (&input);
  return outlay_report_write (document, job->format, g_file_peek_path (job->file), error);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_report (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    outlay_toast (window, _ ("Report saved"), _ ("_Open"), "win.open-file",
                  g_variant_new_take_string (g_file_get_uri (job->file)));
  else
    outlay_tell (window, _ ("The report could not be saved"), error->message);
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  GtkWindow *window = data;
  Job *job = g_object_get_data (G_OBJECT (window), "outlay-report");
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_peek_path (file) == NULL ||
      !outlay_report_format_of_path (g_file_peek_path (file), &job->format, &error))
    {
      outlay_tell (GTK_WIDGET (window), _ ("The report could not be saved"),
                   error != NULL ? error->message
                                 : _ ("Reports are saved as files of this computer. Choose a "
                                      "folder here."));
      return;
    }

  job->file = g_object_ref (file);
  task = g_task_new (window, NULL, on_written, NULL);
  g_task_set_task_data (task, g_object_steal_data (G_OBJECT (window), "outlay-report"), job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * outlay_export_report:
 * @parent: the window that asks
 * @session: whose month it is of
 *
 * Asks where to, as PDF, CSV or JSON by the name's ending, and tells what became of it.
 */
void
outlay_export_report (GtkWindow *parent, OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  g_autofree char *month = NULL;
  g_autofree char *name = NULL;
  Job *job;

  if (snapshot == NULL)
    return;

  job = g_new0 (Job, 1);
  job->snapshot = outlay_snapshot_ref ((OutlaySnapshot *) snapshot);
  job->month = outlay_session_get_month (session);
  g_object_set_data_full (G_OBJECT (parent), "outlay-report", job, job_free);

  month = outlay_wording_month (outlay_session_get_wording (session), job->month);
  /* Translators: the name of a file; %s is a month: "November 2026". */
  name = g_strdup_printf (_ ("Outlay ROI %s.pdf"), month);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  outlay_save_file (parent, _ ("Export Report"), name, on_place_chosen, parent);
}
