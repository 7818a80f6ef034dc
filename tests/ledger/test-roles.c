/* test-roles.c – one spend that a bill, a meter and a gateway saw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"

#define HAIKU "claude-3-5-haiku-20241022"
#define COST_HEADER                                                                                \
  "usage_date_utc,model,workspace,api_key,usage_type,token_type,cost_usd,cost_type\n"
#define TOKENS_HEADER                                                                              \
  "usage_date_utc,model_version,api_key,workspace,usage_type,usage_input_tokens_no_cache,"         \
  "usage_output_tokens\n"
#define OPENAI_COST                                                                                \
  "start_time,end_time,amount_value,amount_currency,line_item,project_id,organization_id,"         \
  "organization_name\n"
#define OPENAI_USAGE                                                                               \
  "start_time,end_time,project_id,num_model_requests,model,input_tokens,output_tokens\n"
#define FOCUS                                                                                      \
  "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargeCategory,"   \
  "ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName\n"

/* Two days of the same use; the bill is 10 % below the catalogue. */
static const char bill[] =
    COST_HEADER "2025-03-01,Claude Haiku 3.5,search,prod,message,input_no_cache,0.72,token\n"
                "2025-03-01,Claude Haiku 3.5,search,prod,message,output,3.60,token\n"
                "2025-03-01,Claude Haiku 3.5,chat,dev,message,input_no_cache,0.36,token\n"
                "2025-03-02,Claude Haiku 3.5,search,prod,message,output,0.09,token\n";
static const char meter[] =
    TOKENS_HEADER "2025-03-01," HAIKU ",prod,search,standard,1000000,1000000\n"
                  "2025-03-01," HAIKU ",dev,chat,standard,500000,0\n"
                  "2025-03-02," HAIKU ",prod,search,standard,0,25000\n";

#define LOG(id, start, input, output, user)                                                        \
  "{\"request_id\":\"" id                                                                          \
  "\",\"call_type\":\"acompletion\",\"spend\":0.5,\"prompt_tokens\":" input                        \
  ",\"completion_tokens\":" output ",\"startTime\":\"" start "\",\"model\":\"" HAIKU               \
  "\",\"custom_llm_provider\":\"anthropic\",\"api_key\":\"hash\",\"user\":\"" user "\"}\n"

static const char gateway[] = LOG ("r1", "2025-03-01 10:00:00", "200000", "300000", "ann")
    LOG ("r2", "2025-03-01 11:00:00", "100000", "0", "bob")
        LOG ("r3", "2025-03-02 12:00:00", "0", "5000", "ann");

static const char *const names[] = { "cost.csv", "tokens.csv", "spend.jsonl" };
static const char *const texts[] = { bill, meter, gateway };

static const int orders[][3] = {
  { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 },
};

static char *
describe_all (Fixture *fixture)
{
  static const char *const groupings[] = {
    "", "day", "model", "day,project,key", "user", "account"
  };
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autofree char *part = describe_spend (fixture, groupings[i]);

      g_string_append_printf (all, "[%s]\n%s\n", groupings[i], part);
    }
  return g_string_free (all, FALSE);
}

/* What the same files give in a store of their own, in the order of the roles. */
static char *
expect (guint which)
{
  Fixture fixture;
  char *text;

  set_up_imports (&fixture, NULL);
  for (guint i = 0; i < 3; i++)
    if ((which & 1u << i) != 0)
      take_in (&fixture, names[i], texts[i]);
  text = describe_all (&fixture);
  tear_down (&fixture, NULL);
  return text;
}

static void
assert_like (Fixture *fixture, guint which)
{
  g_autofree char *got = describe_all (fixture);
  g_autofree char *want = expect (which);

  g_assert_cmpstr (got, ==, want);
  assert_clean (fixture);
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  const int *order = data;
  gint64 batches[3];
  guint in = 0;

  for (guint i = 0; i < 3; i++)
    {
      batches[order[i]] = take_in (fixture, names[order[i]], texts[order[i]]);
      in |= 1u << order[i];
      assert_like (fixture, in);
    }

  for (guint i = 0; i < 3; i++)
    {
      undo (fixture, batches[i]);
      assert_like (fixture, 7u & ~(1u << i));
      redo (fixture, batches[i]);
      assert_like (fixture, 7);
    }
  for (guint i = 0; i < 3; i++)
    {
      undo (fixture, batches[order[i]]);
      in &= ~(1u << order[i]);
      assert_like (fixture, in);
    }
}

static void
assert_total (Fixture *fixture, gint64 cost, gint64 billed, gint64 estimated, gint64 tokens)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "");

  g_assert_cmpint (spend->total.cost_nanos, ==, cost);
  g_assert_cmpint (spend->total.billed_nanos, ==, billed);
  g_assert_cmpint (spend->total.estimated_nanos, ==, estimated);
  g_assert_cmpint (outlay_usage_tokens (&spend->total.usage), ==, tokens);
}

/* The figures themselves, by hand. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;
  const OutlaySpendRow *row;

  take_in (fixture, "tokens.csv", meter);
  assert_total (fixture, CENTS (530), 0, 0, 2525000);
  take_in (fixture, "cost.csv", bill);
  assert_total (fixture, CENTS (477), CENTS (477), 0, 2525000);
  take_in (fixture, "spend.jsonl", gateway);
  assert_total (fixture, CENTS (477), CENTS (477), 0, 2525000);

  spend = ask_spend (fixture, "user");
  g_assert_cmpuint (spend->rows->len, ==, 3);
  row = spend->rows->pdata[0];
  g_assert_cmpstr (row->values[0], ==, "");
  assert_clean (fixture);
}

static void
test_merged_account (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;
  const OutlaySpendRow *row;
  gint64 named;

  take_in (fixture, "usage.csv",
           OPENAI_USAGE "1740787200,1740873600,p1,10,gpt-4o-mini,1000000,1000000\n"
                        "1740873600,1740960000,p1,10,gpt-4o-mini,2000000,0\n");
  named =
      take_in (fixture, "cost.csv",
               OPENAI_COST "1740787200,1740873600,0.70,usd,\"gpt-4o-mini, input\",p1,org-1,Acme\n"
                           "1740873600,1740960000,0.30,usd,\"gpt-4o-mini, input\",p1,org-1,Acme\n");
  spend = ask_spend (fixture, "account");
  g_assert_cmpuint (spend->rows->len, ==, 1);
  row = spend->rows->pdata[0];
  g_assert_cmpstr (row->values[0], ==, "Acme");
  g_assert_cmpint (row->sums.cost_nanos, ==, CENTS (100));
  g_assert_cmpint (outlay_usage_tokens (&row->sums.usage), ==, 4000000);
  assert_clean (fixture);

  /* A second named account: the nameless file can be either's, and stands for itself. */
  take_in (fixture, "other.csv",
           OPENAI_COST "1743465600,1743552000,5,usd,\"gpt-4o-mini, input\",p9,org-2,Bolt\n");
  assert_total (fixture, CENTS (100) + CENTS (500) + CENTS (105), CENTS (600), 0, 4000000);
  assert_clean (fixture);
  undo (fixture, named);
  assert_clean (fixture);
}

static void
test_stated_account (Fixture *fixture, gconstpointer data)
{
  const OutlayImportRequest how = { .account = "team-a" };
  const char *name = "tokens.csv";
  const char *text = meter;
  g_autoptr (GPtrArray) results = import_texts (fixture, &name, &text, 1, &how);
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "account");
  const OutlaySpendRow *row = spend->rows->pdata[0];

  g_assert_cmpuint (results->len, ==, 1);
  g_assert_cmpstr (((OutlayImported *) results->pdata[0])->account, ==, "anthropic/team-a");
  g_assert_cmpstr (row->values[0], ==, "team-a");
  assert_clean (fixture);
}

/* The bill of the last day is not complete: what it lacks is estimated. */
static void
test_running (Fixture *fixture, gconstpointer data)
{
  take_in (fixture, "cost.csv",
           COST_HEADER "2025-03-01,Claude Haiku 3.5,search,prod,message,output,4.00,token\n"
                       "2025-03-02,Claude Haiku 3.5,search,prod,message,output,1.00,token\n");
  take_in (fixture, "tokens.csv",
           TOKENS_HEADER "2025-03-01," HAIKU ",prod,search,standard,0,1000000\n"
                         "2025-03-02," HAIKU ",prod,search,standard,0,1000000\n");
  assert_total (fixture, CENTS (800), CENTS (500), CENTS (300), 2000000);
  assert_clean (fixture);

  /* The next export says the rest, and ends the day. */
  take_in (fixture, "later.csv",
           COST_HEADER "2025-03-02,Claude Haiku 3.5,search,prod,message,output,3.90,token\n"
                       "2025-03-03,Claude Haiku 3.5,search,prod,message,output,1.00,token\n");
  assert_total (fixture, CENTS (890), CENTS (890), 0, 2000000);
  assert_clean (fixture);
}

/* A bill covers a day that it has no rows of. */
static void
test_covered_day (Fixture *fixture, gconstpointer data)
{
  static const char cost[] =
      COST_HEADER "2025-03-01,Claude Haiku 3.5,search,prod,message,output,1.00,token\n"
                  "2025-03-03,Claude Haiku 3.5,search,prod,message,output,1.00,token\n";
  gint64 batch;

  take_in (fixture, "spend.jsonl", LOG ("r1", "2025-03-02 10:00:00", "0", "1000000", "ann"));
  assert_total (fixture, CENTS (400), 0, 0, 1000000);
  batch = take_in (fixture, "cost.csv", cost);
  assert_total (fixture, CENTS (200), CENTS (200), 0, 0);
  assert_clean (fixture);
  undo (fixture, batch);
  assert_total (fixture, CENTS (400), 0, 0, 1000000);
  assert_clean (fixture);
}

/* A newer meter says that a day was empty: what was settled on it goes, too. */
static void
test_emptied_day (Fixture *fixture, gconstpointer data)
{
  take_in (fixture, "cost.csv", bill);
  take_in (fixture, "tokens.csv",
           TOKENS_HEADER "2025-03-01," HAIKU ",prod,search,standard,0,1000\n"
                         "2025-03-02," HAIKU ",prod,search,standard,0,1000\n"
                         "2025-03-03," HAIKU ",prod,search,standard,0,1000\n");
  take_in (fixture, "again.csv",
           TOKENS_HEADER "2025-03-01," HAIKU ",prod,search,standard,0,1000\n"
                         "2025-03-03," HAIKU ",prod,search,standard,0,1000\n"
                         "2025-03-04," HAIKU ",prod,search,standard,0,1000\n");
  assert_total (fixture, CENTS (477) + 2 * 4000000, CENTS (477), 0, 3000);
  assert_clean (fixture);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;

  take_in (fixture, "focus.csv",
           FOCUS "10,10,a,USD,2025-03-01,Usage,2025-03-05,2025-03-06,AWS,Amazon Bedrock\n"
                 "1.9,1.9,a,USD,2025-03-01,Tax,2025-03-05,2025-03-06,AWS,Amazon Bedrock\n"
                 "-4,-4,a,USD,2025-03-01,Credit,2025-03-05,2025-03-06,AWS,Amazon Bedrock\n"
                 "0,7,a,USD,2025-03-01,Usage,2025-03-06,2025-03-07,AWS,Amazon Bedrock\n"
                 "100,0,a,USD,2025-03-01,Purchase,2025-03-31,2025-04-01,AWS,Amazon Bedrock\n");
  spend = ask_spend (fixture, "");
  g_assert_cmpint (spend->total.cost_nanos, ==, CENTS (1700));
  g_assert_cmpint (spend->total.billed_nanos, ==, CENTS (10790));
  g_assert_cmpint (spend->total.tax_nanos, ==, CENTS (190));
  g_assert_cmpint (spend->total.credits_nanos, ==, CENTS (-400));
  assert_clean (fixture);
}

static gint64
foreign_of (const OutlaySpend *spend, const char *currency)
{
  for (guint i = 0; i < spend->foreign->len; i++)
    {
      const OutlayForeignAmount *amount = &g_array_index (spend->foreign, OutlayForeignAmount, i);

      if (g_str_equal (amount->currency, currency))
        return amount->cost_nanos;
    }

  return 0;
}

/* A bill in euros, and use that catalogues price in dollars. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;

  take_in (fixture, "usage.csv",
           OPENAI_USAGE "1740787200,1740873600,p1,10,gpt-4o-mini,1000000,0\n"
                        "1740787200,1740873600,p1,10,gpt-4o,1000000,0\n");
  take_in (fixture, "cost.csv",
           OPENAI_COST "1740787200,1740873600,0.10,eur,\"gpt-4o-mini, input\",p1,org-1,Acme\n");
  spend = ask_spend (fixture, "");
  g_assert_cmpint (foreign_of (spend, "EUR"), ==, CENTS (10));
  g_assert_cmpint (spend->total.cost_nanos, ==, CENTS (250));
  g_assert_cmpint (spend->total.estimated_nanos, ==, 0);
  assert_clean (fixture);
}

/* Two bills of one account: one counts, with what it says in other currencies. */
static void
test_two_bills (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;

  take_in (fixture, "cost.csv",
           OPENAI_COST "1740787200,1740873600,10,usd,\"gpt-4o-mini, input\",p1,org-1,Acme\n"
                       "1740787200,1740873600,2,eur,\"gpt-4o-mini, output\",p1,org-1,Acme\n");
  take_in (fixture, "focus.csv",
           FOCUS "9,9,org-1,USD,2025-03-01,Usage,2025-03-01,2025-03-02,OpenAI,OpenAI\n"
                 "3,3,org-1,EUR,2025-03-01,Usage,2025-03-01,2025-03-02,OpenAI,OpenAI\n");
  spend = ask_spend (fixture, "");
  g_assert_cmpint (spend->total.cost_nanos, ==, CENTS (1000));
  g_assert_cmpint (foreign_of (spend, "EUR"), ==, CENTS (200));
  assert_clean (fixture);
}

/* A gateway's keys are its own; it takes what its requests cost, the bill keeps the rest. */
static void
test_gateway_and_bill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;
  const OutlaySpendRow *row;

  take_in (fixture, "cost.csv",
           COST_HEADER "2025-03-01,Claude Haiku 3.5,search,prod,message,output,3.00,token\n"
                       "2025-03-02,Claude Haiku 3.5,search,prod,message,output,1.00,token\n");
  take_in (fixture, "spend.jsonl", LOG ("r1", "2025-03-01 10:00:00", "0", "250000", "ann"));
  assert_total (fixture, CENTS (400), CENTS (400), 0, 250000);
  spend = ask_spend (fixture, "user");
  g_assert_cmpuint (spend->rows->len, ==, 2);
  row = spend->rows->pdata[0];
  g_assert_cmpint (row->sums.cost_nanos, ==, CENTS (300));
  row = spend->rows->pdata[1];
  g_assert_cmpstr (row->values[0], ==, "ann");
  g_assert_cmpint (row->sums.cost_nanos, ==, CENTS (100));
  assert_clean (fixture);
}

static const struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/roles/once", test_once },
  { "/roles/merged-account", test_merged_account },
  { "/roles/stated-account", test_stated_account },
  { "/roles/running", test_running },
  { "/roles/covered-day", test_covered_day },
  { "/roles/emptied-day", test_emptied_day },
  { "/roles/kinds", test_kinds },
  { "/roles/foreign", test_foreign },
  { "/roles/two-bills", test_two_bills },
  { "/roles/gateway-and-bill", test_gateway_and_bill },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/roles/order/%d%d%d", orders[i][0], orders[i][1], orders[i][2]);

      g_test_add (path, Fixture, orders[i], set_up_imports, test_orders, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_imports, tests[i].func, tear_down);

  return g_test_run ();
}
