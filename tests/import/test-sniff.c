/* test-sniff.c – what is known for a format, what is not, and what is said then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/reader.h"

#include <string.h>

static void
test_known (void)
{
  static const struct
  {
    const char *text;
    const char *id;
    const char *reason;
  } cases[] = {
    { "start_time,end_time,num_model_requests,input_tokens,output_tokens\n", "openai-usage-csv",
      "Recognised by 5 of 5 column names" },
    { "End_Time\tSTART_TIME\tend_time_iso\tstart_time_iso\n", "openai-usage-csv",
      "Recognised by 4 of 4 column names" },
    { "start_time,end_time,amount_value,amount_currency,new\n", "openai-cost-csv",
      "Recognised by 4 of 5 column names" },
    { "\xef\xbb\xbf\n \"usage_date_utc\",token_type,cost_usd\r\n", "anthropic-cost-csv",
      "Recognised by 3 of 3 column names" },
    { " [ {\"spend\":1,\"request_id\":\"a\",\"call_type\":\"b\",\"mess", "litellm-spend-logs",
      "Recognised by the members request_id, spend, call_type" },
    { "{\"data\":[{\"spend\":1,\"request_id\":\"a\",\"call_type\":\"b\"}]}", "litellm-spend-logs",
      "Recognised by the members request_id, spend, call_type" },
    { "{\"data\":[{\"object\":\"bucket\",\"results\":[{\"object\":\"organization.costs.result\"}]}]"
      "}",
      "openai-cost-json", "Recognised by the members object" },
    { "{\"data\":[{\"object\":\"bucket\",\"start_time\":1,\"results\":[]}]}", "openai-usage-json",
      "Recognised by the members object, start_time, results" },
    { "{\"data\":[{\"starting_at\":\"x\",\"results\":[{\"amount\":\"1\",\"currency\":\"USD\","
      "\"workspace_id\":"
      "null}]}]}",
      "anthropic-cost-json", "Recognised by the members amount, currency, workspace_id" },
    { "{\"data\":[{\"n_context_tokens_total\":1,\"n_generated_tokens_total\":1,\"timestamp\":1,"
      "\"cost\":1}]}",
      "groq-activity-json",
      "Recognised by the members n_context_tokens_total, n_generated_tokens_total, timestamp, "
      "cost" },
    { "{\"data\":[{\"n_context_tokens_total\":1,\"usage_type\":\"text\",\"timestamp\":1}]}",
      "openai-activity-json",
      "Recognised by the members n_context_tokens_total, usage_type, timestamp" },
    { "{\"type\":\"summary\",\"summary\":\"x\"}\n{\"type\":\"user\",\"message\":{\"role\":\"user\"}"
      "}",
      "claude-code-jsonl", "Recognised by the members message.role, type" },
    { "start_time,end_time,num_model_requests,input_tokens\n", "openai-product-usage-csv",
      "Recognised by 4 of 4 column names" },
    { "line_item_usage_start_date,line_item_unblended_cost,resource_tags_user_team\n",
      "aws-cur-csv", "Recognised by 2 of 3 column names" },
    { "line_item_usage_start_date,line_item_unblended_cost,resource_tags\n", "aws-cur2-csv",
      "Recognised by 3 of 3 column names" },
    { "Count;Date\n", "outcomes-csv", "Recognised by 2 of 2 column names" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *reason = NULL;
      const OutlayReader *reader =
          outlay_readers_sniff (cases[i].text, strlen (cases[i].text), NULL, &reason, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (outlay_reader_id (reader), ==, cases[i].id);
      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *said;
  } cases[] = {
    { "", OUTLAY_READ_ERROR_EMPTY, "empty" },
    { "\xef\xbb\xbf \r\n\n", OUTLAY_READ_ERROR_EMPTY, "empty" },
    { "Date,Slug,Use\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "OpenAI, OpenRouter" },
    { "date,model,tokens,cost_usd\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "date, model, tokens" },
    { "start_time,end_time,amount_value,line_item\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
      "“amount_currency” is missing" },
    { "start_time,end_time\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "start_time, end_time" },
    { "organization_id,operation,n_context_tokens_total,timestamp,user,num_requests\n",
      OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "n_context_tokens_total" },
    { "{\"request_id\":1,\"spend\":2}", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "request_id, spend" },
    { "{\"object\":\"page\",\"data\":[]}", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "object, data" },
    { "date,count,model\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "date, count, model" },
    { "{\"data\":[{\"object\":\"usage_bucket\",\"start_time\":1,\"results\":[{\"object\":\"usage_"
      "line_item\","
      "\"num_model_requests\":1}]}]}",
      OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "data" },
    { "{\"id\":1,\"model\":\"claude\",\"tokens\":5}", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "tokens" },
    { "{\"resourceMetrics\":[{\"scopeMetrics\":[]}]}", OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
      "resourceMetrics" },
    { "{\"type\":\"FeatureCollection\",\"features\":[]}", OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
      "features" },
    { "Date,Kind,Model,Cost\n", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "Input (w/ Cache Write)" },
    { "[]", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "LiteLLM" },
    { "{{{", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "LiteLLM" },
    { "just words", OUTLAY_READ_ERROR_UNKNOWN_FORMAT, "just words" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *reason = NULL;

      g_assert_null (
          outlay_readers_sniff (cases[i].text, strlen (cases[i].text), NULL, &reason, &error));
      g_assert_error (error, OUTLAY_READ_ERROR, cases[i].code);
      g_assert_null (reason);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

static void
test_table (void)
{
  gsize n_readers;
  const OutlayReader *const *readers = outlay_readers (&n_readers);

  for (gsize i = 0; i < n_readers; i++)
    {
      const char *id = outlay_reader_id (readers[i]);

      g_assert_true (outlay_readers_find (id) == readers[i]);
      g_assert_cmpstr (outlay_reader_title (readers[i]), !=, "");
      g_assert_cmpstr (outlay_reader_source (readers[i]), !=, "");
      g_assert_cmpint ((int) outlay_reader_provides (readers[i]), !=, 0);
      g_assert_cmpint (outlay_reader_rule (readers[i]) == OUTLAY_RULE_EVENT, ==,
                       (outlay_reader_provides (readers[i]) & OUTLAY_PROVIDES_EVENTS) != 0);
      g_assert_true (outlay_reader_role (readers[i]) != OUTLAY_ROLE_METER ||
                     (outlay_reader_provides (readers[i]) & OUTLAY_PROVIDES_COST) == 0);
      g_assert_true (outlay_reader_role (readers[i]) != OUTLAY_ROLE_BILL ||
                     (outlay_reader_provides (readers[i]) & OUTLAY_PROVIDES_COST) != 0);
    }

  g_assert_null (outlay_readers_find ("no-such-format"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/sniff/known", test_known);
  g_test_add_func ("/import/sniff/unknown", test_unknown);
  g_test_add_func ("/import/sniff/table", test_table);
  return g_test_run ();
}
