/* test-reconcile.c – each rule, on a table small enough to work out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reconcile-world.h"

#define MAX_ROWS 8
#define BILL .role = OUTLAY_ROLE_BILL
#define METER .role = OUTLAY_ROLE_METER
#define GATEWAY .role = OUTLAY_ROLE_OBSERVER
#define USAGE .kind = OUTLAY_CHARGE_USAGE

/* What of a line is looked at. The lines are in the order of their series. */
typedef struct
{
  gint64 series;
  OutlayChargeKind kind;
  gint64 rows;
  gint64 requests;
  gint64 input;
  gint64 output;
  gint64 billed;
  gint64 cost;
  gint64 computed;
  gint64 estimated;
  gint64 unpriced_rows;
  gboolean not_on_bill;
} Line;

typedef struct
{
  const char *name;
  gboolean bill;  /* coverage */
  gboolean meter; /* coverage */
  gboolean direct;
  Spec rows[MAX_ROWS];
  Line lines[MAX_ROWS];
} Case;

static const Case alone[] = {
  { "a bill with usage of its own counts as it is", .direct = TRUE, .bill = TRUE,
    .rows = { { BILL, 1, .model = "m", USAGE, .requests = 2, .input = 1000, .billed = 500 },
              { BILL, 2, .kind = OUTLAY_CHARGE_FEE, .billed = 70 } },
    .lines = { { 1, USAGE, .rows = 1, .requests = 2, .input = 1000, .billed = 500, .cost = 500,
                 .computed = 3000000 },
               { 2, OUTLAY_CHARGE_FEE, .rows = 1, .billed = 70, .cost = 70 } } },
  { "prepaid use: nothing billed, and a cost", .direct = TRUE,
    .rows = { { BILL, 1, USAGE, .cost = 300 } },
    .lines = { { 1, USAGE, .rows = 1, .cost = 300 } } },
  { "meters of two products add up", .direct = TRUE, .meter = TRUE,
    .rows = { { METER, 1, 10, .model = "m", .input = 1000 },
              { METER, 2, 11, .model = "x", .output = 10, .rows = 3, .unpriced = TRUE } },
    .lines = { { 1, .rows = 1, .input = 1000, .cost = 3000000, .computed = 3000000 },
               { 2, .rows = 3, .output = 10, .unpriced_rows = 3 } } },
  { "a gateway bills nothing; its estimate only where there is no price", .direct = TRUE,
    .rows = { { GATEWAY, 1, .model = "m", USAGE, .input = 1000, .billed = 77 },
              { GATEWAY, 2, .model = "x", USAGE, .input = 1000, .cost = 88, .unpriced = TRUE } },
    .lines = { { 1, .rows = 1, .input = 1000, .cost = 3000000, .computed = 3000000 },
               { 2, .rows = 1, .input = 1000, .cost = 88, .unpriced_rows = 1 } } },
  { "rows of one series are one line", .bill = TRUE,
    .rows = { { METER, 1, .model = "m", .input = 1000 },
              { METER, 1, .model = "m", .input = 500, .rows = 2 } },
    .lines = { { 1, .rows = 3, .input = 1500, .cost = 4500000, .computed = 4500000,
                 .not_on_bill = TRUE } } },
  { "usage on a day that a bill covers and does not charge", .bill = TRUE,
    .rows = { { METER, 1, .model = "m", .input = 1000 } },
    .lines = { { 1, .rows = 1, .input = 1000, .cost = 3000000, .computed = 3000000,
                 .not_on_bill = TRUE } } },
  { "a gateway on a day that a bill covers", .bill = TRUE,
    .rows = { { GATEWAY, 1, .model = "m", .input = 1000, .cost = 9 } } },
  { "a gateway on a day that a meter covers", .meter = TRUE,
    .rows = { { GATEWAY, 1, .model = "m", .input = 1000, .cost = 9 } } },
  { "nothing at all", .direct = TRUE, .bill = TRUE },
};

static const Case streams[] = {
  { "two bills are the same money: the larger",
    .rows = { { BILL, 1, 10, USAGE, .billed = 900 },
              { BILL, 2, 11, USAGE, .billed = 500 },
              { BILL, 3, 11, USAGE, .project = "p", .billed = 380 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 900, .cost = 900 } } },
  { "two bills within 1 %: the finer",
    .rows = { { BILL, 1, 10, USAGE, .billed = 1000 },
              { BILL, 2, 11, USAGE, .billed = 500 },
              { BILL, 3, 11, USAGE, .project = "p", .billed = 490 } },
    .lines = { { 2, USAGE, .rows = 1, .billed = 500, .cost = 500 },
               { 3, USAGE, .rows = 1, .billed = 490, .cost = 490 } } },
  { "a credit does not make a bill the smaller",
    .rows = { { BILL, 1, 10, USAGE, .billed = 1000 },
              { BILL, 2, 10, .kind = OUTLAY_CHARGE_CREDIT, .billed = -1000 },
              { BILL, 3, 11, USAGE, .billed = 800 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 1000, .cost = 1000 },
               { 2, OUTLAY_CHARGE_CREDIT, .rows = 1, .billed = -1000, .cost = -1000 } } },
  { "two gateways: the larger",
    .rows = { { GATEWAY, 1, 10, .model = "m", .input = 10 },
              { GATEWAY, 2, 11, .model = "m", .input = 11 } },
    .lines = { { 2, .rows = 1, .input = 11, .cost = 33000, .computed = 33000 } } },
  { "two gateways without a price: more tokens",
    .rows = { { GATEWAY, 1, 10, .input = 10, .requests = 9, .unpriced = TRUE },
              { GATEWAY, 2, 11, .input = 11, .requests = 2, .unpriced = TRUE } },
    .lines = { { 2, .rows = 1, .requests = 2, .input = 11, .unpriced_rows = 1 } } },
  { "and of as many tokens, more requests",
    .rows = { { GATEWAY, 1, 10, .input = 10, .requests = 1, .unpriced = TRUE },
              { GATEWAY, 2, 11, .input = 10, .requests = 2, .unpriced = TRUE } },
    .lines = { { 2, .rows = 1, .requests = 2, .input = 10, .unpriced_rows = 1 } } },
};

/* The console's cost file: display names, a row a key and token type, no usage. */
static const Case charges[] = {
  { "by token type and key, matched through the price book and the key's name", .bill = TRUE,
    .meter = TRUE,
    .rows = { { BILL, 1, 10, "Claude Nova 4", "a/nova", .key = "prod", USAGE, OUTLAY_METER_INPUT,
                .billed = CENTS (10) },
              { BILL, 2, 10, "Claude Nova 4", "a/nova", .key = "prod", USAGE, OUTLAY_METER_OUTPUT,
                .billed = CENTS (20) },
              { BILL, 3, 10, "Claude Nova 4", "a/nova", .key = "dev", USAGE, OUTLAY_METER_INPUT,
                .billed = CENTS (5) },
              { METER, 4, 11, "nova-4-2026", "a/nova", .key = "k1", .key_name = "prod",
                .input = 100, .output = 10 },
              { METER, 5, 11, "nova-4-2026", "a/nova", .key = "k2", .key_name = "dev", .input = 100,
                .output = 10 } },
    .lines = { { 4, USAGE, .rows = 1, .input = 100, .output = 10, .billed = CENTS (30),
                 .cost = CENTS (30), .computed = 450000 },
               { 5, USAGE, .rows = 1, .input = 100, .output = 10, .billed = CENTS (5),
                 .cost = CENTS (5), .computed = 450000 } } },
  { "in proportion to the computed cost of its meter, to the last unit",
    .rows = { { BILL, 1, 10, "m", USAGE, .meter = OUTLAY_METER_INPUT, .billed = 100 },
              { METER, 2, 11, "m", .user = "a", .input = 1, .output = 900 },
              { METER, 3, 11, "m", .user = "b", .input = 1 },
              { METER, 4, 11, "m", .user = "c", .input = 1 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 1, .output = 900, .billed = 34, .cost = 34,
                 .computed = 13503000 },
               { 3, USAGE, .rows = 1, .input = 1, .billed = 33, .cost = 33, .computed = 3000 },
               { 4, USAGE, .rows = 1, .input = 1, .billed = 33, .cost = 33, .computed = 3000 } } },
  { "rows of cents that charge the same usage are rounded once",
    .rows = { { BILL, 1, 10, "m", USAGE, .key = "k", .billed = 1 },
              { BILL, 2, 10, "m", USAGE, .key = "l", .billed = 1 },
              { METER, 3, 11, "m", .user = "a", .input = 1 },
              { METER, 4, 11, "m", .user = "b", .input = 1 } },
    .lines = { { 3, USAGE, .rows = 1, .input = 1, .billed = 1, .cost = 1, .computed = 3000 },
               { 4, USAGE, .rows = 1, .input = 1, .billed = 1, .cost = 1, .computed = 3000 } } },
  { "usage without a price takes its charge by tokens",
    .rows = { { BILL, 1, 10, "x", USAGE, .billed = 400, .cost = 200 },
              { METER, 2, 11, "x", .user = "a", .input = 30, .rows = 5, .unpriced = TRUE },
              { METER, 3, 11, "x", .user = "b", .output = 10, .unpriced = TRUE } },
    .lines = { { 2, USAGE, .rows = 5, .input = 30, .billed = 300, .cost = 150, .unpriced_rows = 5 },
               { 3, USAGE, .rows = 1, .output = 10, .billed = 100, .cost = 50,
                 .unpriced_rows = 1 } } },
  { "the same words before the same model of the book",
    .rows = { { BILL, 1, 10, "m", "b/m", USAGE, .billed = 90 },
              { METER, 2, 11, "m", "b/m", .input = 1 },
              { METER, 3, 11, "m-0101", "b/m", .input = 1 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 1, .billed = 90, .cost = 90, .computed = 3000 },
               { 3, .rows = 1, .input = 1, .cost = 3000, .computed = 3000,
                 .not_on_bill = TRUE } } },
  { "the same words on another project are no match, the book's model is",
    .rows = { { BILL, 1, 10, "m", "b/m", "q", USAGE, .billed = 90 },
              { METER, 2, 11, "m", "b/m", "p", .input = 1 },
              { METER, 3, 11, "m-0101", "b/m", "q", .input = 1 } },
    .lines = { { 2, .rows = 1, .input = 1, .cost = 3000, .computed = 3000, .not_on_bill = TRUE },
               { 3, USAGE, .rows = 1, .input = 1, .billed = 90, .cost = 90, .computed = 3000 } } },
  { "no model agrees with any; tier only where both say it",
    .rows = { { BILL, 1, 10, USAGE, .tier = "batch", .billed = 90 },
              { METER, 2, 11, "m", .tier = "batch", .input = 1 },
              { METER, 3, 11, "n", .input = 2 },
              { METER, 4, 11, "n", .tier = "standard", .input = 2 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 1, .billed = 30, .cost = 30, .computed = 3000 },
               { 3, USAGE, .rows = 1, .input = 2, .billed = 60, .cost = 60, .computed = 6000 },
               { 4, .rows = 1, .input = 2, .cost = 6000, .computed = 6000,
                 .not_on_bill = TRUE } } },
};

static const Case lonely[] = {
  { "searches that no usage has stand alone",
    .rows = { { BILL, 1, 10, "m", USAGE, .meter = OUTLAY_METER_WEB_SEARCH, .billed = 50 },
              { BILL, 2, 10, "m", USAGE, .meter = OUTLAY_METER_OTHER, .billed = 60 },
              { METER, 3, 11, "m", .input = 1 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 50, .cost = 50 },
               { 2, USAGE, .rows = 1, .billed = 60, .cost = 60 },
               { 3, .rows = 1, .input = 1, .cost = 3000, .computed = 3000,
                 .not_on_bill = TRUE } } },
  { "searches go to the usage that has some",
    .rows = { { BILL, 1, 10, USAGE, .meter = OUTLAY_METER_WEB_SEARCH, .billed = 50 },
              { METER, 2, 11, "m", .input = 900 },
              { METER, 3, 11, "n", .searches = 1 } },
    .lines = { { 2, .rows = 1, .input = 900, .cost = 2700000, .computed = 2700000,
                 .not_on_bill = TRUE },
               { 3, USAGE, .rows = 1, .billed = 50, .cost = 50, .computed = SEARCH_PRICE } } },
  { "a quantity of another unit is another thing",
    .rows = { { BILL, 1, 10, .unit = "images", USAGE, OUTLAY_METER_QUANTITY, .billed = 50 },
              { METER, 2, 11, .unit = "seconds", .quantity = 5, .unpriced = TRUE },
              { METER, 3, 11, .unit = "images", .quantity = 5, .unpriced = TRUE } },
    .lines = { { 2, .rows = 1, .unpriced_rows = 1, .not_on_bill = TRUE },
               { 3, USAGE, .rows = 1, .billed = 50, .cost = 50, .unpriced_rows = 1 } } },
  { "and the unit of a charge for tokens is none",
    .rows = { { BILL, 1, 10, .unit = "tokens", USAGE, .meter = OUTLAY_METER_INPUT, .billed = 50 },
              { METER, 2, 11, .unit = "images", .input = 5, .quantity = 5, .unpriced = TRUE } },
    .lines = { { 2, USAGE, .rows = 1, .input = 5, .billed = 50, .cost = 50,
                 .unpriced_rows = 1 } } },
  { "what a meter says that it charges, the bill says better",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = 50 },
              { METER, 2, 11, "m", USAGE, .input = 5, .billed = 70 },
              { METER, 3, 11, "n", USAGE, .input = 5, .billed = 70 },
              { METER, 4, 11, .kind = OUTLAY_CHARGE_FEE, .billed = 70 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 5, .billed = 50, .cost = 50, .computed = 15000 },
               { 3, .rows = 1, .input = 5, .cost = 15000, .computed = 15000,
                 .not_on_bill = TRUE } } },
  { "fee, tax, credit and refund are never usage",
    .rows = { { BILL, 1, 10, "m", .kind = OUTLAY_CHARGE_FEE, .billed = 1 },
              { BILL, 2, 10, "m", .kind = OUTLAY_CHARGE_TAX, .billed = 2 },
              { BILL, 3, 10, "m", .kind = OUTLAY_CHARGE_CREDIT, .billed = -3 },
              { BILL, 4, 10, "m", .kind = OUTLAY_CHARGE_REFUND, .billed = -4 },
              { BILL, 5, 10, "m", USAGE, .billed = 5 },
              { METER, 6, 11, "m", .input = 1 } },
    .lines = { { 1, OUTLAY_CHARGE_FEE, .rows = 1, .billed = 1, .cost = 1 },
               { 2, OUTLAY_CHARGE_TAX, .rows = 1, .billed = 2, .cost = 2 },
               { 3, OUTLAY_CHARGE_CREDIT, .rows = 1, .billed = -3, .cost = -3 },
               { 4, OUTLAY_CHARGE_REFUND, .rows = 1, .billed = -4, .cost = -4 },
               { 6, USAGE, .rows = 1, .input = 1, .billed = 5, .cost = 5, .computed = 3000 } } },
  { "a bill's own tokens are not counted beside the meter's",
    .rows = { { BILL, 1, 10, "m", USAGE, .input = 100, .billed = 5 },
              { BILL, 2, 10, "n", USAGE, .input = 100, .billed = 7 },
              { BILL, 3, 10, "n", .input = 50 },
              { METER, 4, 11, "m", .input = 100 } },
    .lines = { { 2, USAGE, .rows = 1, .billed = 7, .cost = 7 },
               { 4, USAGE, .rows = 1, .input = 100, .billed = 5, .cost = 5,
                 .computed = 300000 } } },
  { "a charge of 0 is a charge: the usage is on the bill",
    .rows = { { BILL, 1, 10, "m", USAGE }, { METER, 2, 11, "m", .input = 100 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 100, .computed = 300000 } } },
};

static const Case running[] = {
  { "what a running bill lacks is estimated", .bill = TRUE,
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (100), .running = TRUE },
              { METER, 2, 11, "m", .input = 400000 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 400000, .billed = CENTS (100), .cost = CENTS (120),
                 .computed = CENTS (120), .estimated = CENTS (20) } } },
  { "2 % is no gap",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (118), .running = TRUE },
              { METER, 2, 11, "m", .input = 400000 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 400000, .billed = CENTS (118), .cost = CENTS (118),
                 .computed = CENTS (120) } } },
  { "more than 2 % is",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = 1175000000, .running = TRUE },
              { METER, 2, 11, "m", .input = 400000 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 400000, .billed = 1175000000, .cost = CENTS (120),
                 .computed = CENTS (120), .estimated = 25000000 } } },
  { "nor is a cent",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (2), .running = TRUE },
              { METER, 2, 11, "m", .input = 10000 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 10000, .billed = CENTS (2), .cost = CENTS (2),
                 .computed = CENTS (3) } } },
  { "a bill that is complete is believed",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (50) },
              { METER, 2, 11, "m", .input = 400000 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 400000, .billed = CENTS (50), .cost = CENTS (50),
                 .computed = CENTS (120) } } },
  { "usage that a running bill does not have yet", .bill = TRUE,
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (50), .running = TRUE },
              { METER, 2, 11, "n", .input = 10000 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = CENTS (50), .cost = CENTS (50) },
               { 2, .rows = 1, .input = 10000, .cost = CENTS (3), .computed = CENTS (3),
                 .estimated = CENTS (3), .not_on_bill = TRUE } } },
};

static const Case gateways[] = {
  { "a gateway that saw all splits a meter by its own series, whatever its keys", .meter = TRUE,
    .rows = { { METER, 1, 11, "m", .key = "k", .input = 100, .rows = 8 },
              { GATEWAY, 2, 12, "m", .key = "v1", .input = 75, .requests = 3 },
              { GATEWAY, 3, 12, "m", .key = "v2", .input = 25, .requests = 1 } },
    .lines = { { 2, .rows = 6, .requests = 3, .input = 75, .cost = 225000, .computed = 225000 },
               { 3, .rows = 2, .requests = 1, .input = 25, .cost = 75000, .computed = 75000 } } },
  { "a gateway that saw some leaves the rest",
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = 1000 },
              { METER, 2, 11, "m", .key = "k", .input = 100, .rows = 10 },
              { GATEWAY, 3, 12, "m", .key = "v1", .input = 30, .cost = 999 },
              { GATEWAY, 4, 12, "m", .key = "v2", .input = 10, .cost = 999 } },
    .lines = { { 2, USAGE, .rows = 6, .input = 60, .billed = 600, .cost = 600, .computed = 180000 },
               { 3, USAGE, .rows = 3, .input = 30, .billed = 300, .cost = 300, .computed = 90000 },
               { 4, USAGE, .rows = 1, .input = 10, .billed = 100, .cost = 100,
                 .computed = 30000 } } },
  { "a gateway that saw more is scaled down to the meter",
    .rows = { { METER, 1, 11, "m", .requests = 10, .input = 100 },
              { GATEWAY, 2, 12, "m", .key = "v1", .requests = 15, .input = 150 },
              { GATEWAY, 3, 12, "m", .key = "v2", .requests = 5, .input = 50 } },
    .lines = { { 2, .rows = 1, .requests = 8, .input = 75, .cost = 225000, .computed = 225000 },
               { 3, .requests = 2, .input = 25, .cost = 75000, .computed = 75000 } } },
  { "other models, failures and users of others are left alone",
    .rows = { { METER, 1, 11, "m", "b/m", .user = "ann", .input = 100 },
              { METER, 2, 11, "m", "b/m", .user = "bob", .input = 100 },
              { GATEWAY, 3, 12, "m", "b/m", .user = "ann", .input = 100 },
              { GATEWAY, 4, 12, "n", "b/n", .user = "ann", .input = 100 },
              { GATEWAY, 5, 12, "m", "b/m", .user = "ann", .status = "500", .input = 100 } },
    .lines = { { 2, .rows = 1, .input = 100, .cost = 300000, .computed = 300000 },
               { 3, .rows = 1, .input = 100, .cost = 300000, .computed = 300000 } } },
  { "users that have nothing in common do not part the sources",
    .rows = { { METER, 1, 11, "m", .user = "user-1", .input = 100 },
              { METER, 2, 11, "m", .user = "user-2", .input = 100 },
              { GATEWAY, 3, 12, "m", .user = "ann", .input = 50 } },
    .lines = { { 1, .rows = 1, .input = 75, .cost = 225000, .computed = 225000 },
               { 2, .rows = 1, .input = 75, .cost = 225000, .computed = 225000 },
               { 3, .input = 50, .cost = 150000, .computed = 150000 } } },
  { "a project's name is as good as its id",
    .rows = { { METER, 1, 11, "m", .project = "p-1", .project_name = "shop", .input = 100 },
              { METER, 2, 11, "m", .project = "p-2", .project_name = "blog", .input = 100 },
              { GATEWAY, 3, 12, "m", .project = "shop", .input = 100 } },
    .lines = { { 2, .rows = 1, .input = 100, .cost = 300000, .computed = 300000 },
               { 3, .rows = 1, .input = 100, .cost = 300000, .computed = 300000 } } },
  { "what is estimated and what is not on the bill stays so", .bill = TRUE,
    .rows = { { BILL, 1, 10, "m", USAGE, .billed = CENTS (100), .running = TRUE },
              { METER, 2, 11, "m", .input = 400000 },
              { METER, 3, 11, "n", .input = 10000 },
              { GATEWAY, 4, 12, "m", .input = 200000 },
              { GATEWAY, 5, 12, "n", .input = 10000 } },
    .lines = { { 2, USAGE, .input = 200000, .billed = CENTS (50), .cost = CENTS (60),
                 .computed = CENTS (60), .estimated = CENTS (10) },
               { 4, USAGE, .rows = 1, .input = 200000, .billed = CENTS (50), .cost = CENTS (60),
                 .computed = CENTS (60), .estimated = CENTS (10) },
               { 5, .rows = 1, .input = 10000, .cost = CENTS (3), .computed = CENTS (3),
                 .estimated = CENTS (3), .not_on_bill = TRUE } } },
  { "without a price, by tokens",
    .rows = { { METER, 1, 11, "x", .output = 100, .unpriced = TRUE, .rows = 4 },
              { GATEWAY, 2, 12, "x", .output = 25, .unpriced = TRUE } },
    .lines = { { 1, .rows = 3, .output = 75, .unpriced_rows = 3 },
               { 2, .rows = 1, .output = 25, .unpriced_rows = 1 } } },
};

static const Case billed_gateways[] = {
  { "a bill without usage is divided among what the gateway saw", .bill = TRUE,
    .rows = { { BILL, 1, 10, "Nova", "b/m", USAGE, .meter = OUTLAY_METER_INPUT, .billed = 90,
                .running = TRUE },
              { BILL, 2, 10, .kind = OUTLAY_CHARGE_TAX, .billed = 9 },
              { GATEWAY, 3, 12, "m", "b/m", .user = "a", .input = 10000000, .requests = 1 },
              { GATEWAY, 4, 12, "m", "b/m", .user = "b", .input = 20000000, .requests = 2 },
              { GATEWAY, 5, 12, "n", "b/n", .user = "b", .input = 20 } },
    .lines = { { 2, OUTLAY_CHARGE_TAX, .rows = 1, .billed = 9, .cost = 9 },
               { 3, USAGE, .rows = 1, .requests = 1, .input = 10000000, .billed = 30, .cost = 30,
                 .computed = CENTS (3000) },
               { 4, USAGE, .rows = 1, .requests = 2, .input = 20000000, .billed = 60, .cost = 60,
                 .computed = CENTS (6000) } } },
  { "nothing agrees: the bill stands, the gateway vanishes",
    .rows = { { BILL, 1, 10, "m", .key = "prod", USAGE, .billed = 90 },
              { BILL, 2, 10, "x", .key = "virtual", USAGE, .billed = 9 },
              { GATEWAY, 3, 12, "m", .key = "virtual", .input = 10, .cost = 5 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 90, .cost = 90 },
               { 2, USAGE, .rows = 1, .billed = 9, .cost = 9 } } },
  { "keys of a gateway are its own: it takes what its requests cost", .bill = TRUE,
    .rows = { { BILL, 1, 10, "m", .key = "prod", USAGE, .billed = 60000 },
              { BILL, 2, 10, "m", .key = "dev", USAGE, .billed = 20000, .cost = 40000 },
              { GATEWAY, 3, 12, "m", .key = "v1", .user = "a", .input = 10 },
              { GATEWAY, 4, 12, "m", .key = "v2", .user = "b", .input = 5 } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 26400, .cost = 33000 },
               { 2, USAGE, .rows = 1, .billed = 17600, .cost = 22000 },
               { 3, USAGE, .rows = 1, .input = 10, .billed = 24000, .cost = 30000,
                 .computed = 30000 },
               { 4, USAGE, .rows = 1, .input = 5, .billed = 12000, .cost = 15000,
                 .computed = 15000 } } },
  { "and no more than is billed",
    .rows = { { BILL, 1, 10, "m", .project = "p", USAGE, .billed = 20000 },
              { GATEWAY, 2, 12, "m", .project = "team", .input = 10 } },
    .lines = { { 2, USAGE, .rows = 1, .input = 10, .billed = 20000, .cost = 20000,
                 .computed = 30000 } } },
  { "nor anything without a price",
    .rows = { { BILL, 1, 10, "x", .user = "u", USAGE, .billed = 20000 },
              { GATEWAY, 2, 12, "x", .user = "ann", .input = 10, .unpriced = TRUE } },
    .lines = { { 1, USAGE, .rows = 1, .billed = 20000, .cost = 20000 } } },
  { "what it takes of one charge it does not take of another",
    .rows = { { BILL, 1, 10, "m", .key = "k", .tier = "batch", USAGE, .billed = 20000 },
              { BILL, 2, 10, "m", .key = "k", .tier = "standard", USAGE, .billed = 20000 },
              { GATEWAY, 3, 12, "m", .key = "v", .input = 10 },
              { GATEWAY, 4, 12, "m", .key = "v", .tier = "flex", .input = 10 } },
    .lines = { { 2, USAGE, .rows = 1, .billed = 10000, .cost = 10000 },
               { 3, USAGE, .rows = 1, .input = 10, .billed = 30000, .cost = 30000,
                 .computed = 30000 } } },
  { "a bill with usage is a meter to the gateway",
    .rows = { { BILL, 1, 10, "m", USAGE, .input = 100, .billed = 1000, .rows = 2 },
              { BILL, 2, 10, .kind = OUTLAY_CHARGE_FEE, .billed = 9 },
              { GATEWAY, 3, 12, "m", .key = "v", .input = 50, .cost = 7 } },
    .lines = { { 1, USAGE, .rows = 1, .input = 50, .billed = 500, .cost = 500, .computed = 150000 },
               { 2, OUTLAY_CHARGE_FEE, .rows = 1, .billed = 9, .cost = 9 },
               { 3, USAGE, .rows = 1, .input = 50, .billed = 500, .cost = 500,
                 .computed = 150000 } } },
};

static void
check_line (const OutlaySettled *got, const Line *want)
{
  g_assert_cmpint (got->series, ==, want->series);
  g_assert_cmpint (got->kind, ==, want->kind);
  g_assert_cmpint (got->rows, ==, want->rows);
  g_assert_cmpint (got->usage.count[OUTLAY_REQUESTS], ==, want->requests);
  g_assert_cmpint (got->usage.count[OUTLAY_INPUT_TOKENS], ==, want->input);
  g_assert_cmpint (got->usage.count[OUTLAY_OUTPUT_TOKENS], ==, want->output);
  g_assert_cmpint (got->billed_nanos, ==, want->billed);
  g_assert_cmpint (got->cost_nanos, ==, want->cost);
  g_assert_cmpint (got->computed_nanos, ==, want->computed);
  g_assert_cmpint (got->estimated_nanos, ==, want->estimated);
  g_assert_cmpint (got->unpriced_rows, ==, want->unpriced_rows);
  g_assert_cmpint (got->not_on_bill, ==, want->not_on_bill);
}

static void
check_case (const Case *c)
{
  OutlayDayCoverage coverage = { c->bill, c->meter };
  Row rows[MAX_ROWS];
  g_autofree OutlayEvidence *evidence = NULL;
  g_autoptr (GArray) lines = NULL;
  guint n_rows = 0;
  guint n_lines = 0;

  g_test_message ("%s", c->name);
  for (; n_rows < MAX_ROWS && c->rows[n_rows].series != 0; n_rows++)
    fill_row (&rows[n_rows], &c->rows[n_rows]);
  evidence = list_evidence (rows, n_rows);

  g_assert_cmpint (outlay_reconcile_is_needed (evidence, n_rows, &coverage), ==, !c->direct);
  lines = outlay_reconcile (evidence, n_rows, &coverage);

  for (; n_lines < MAX_ROWS && c->lines[n_lines].series != 0; n_lines++)
    if (n_lines < lines->len)
      check_line (&g_array_index (lines, OutlaySettled, n_lines), &c->lines[n_lines]);
  g_assert_cmpuint (lines->len, ==, n_lines);

  for (guint i = 0; i < n_lines && c->direct; i++)
    {
      OutlaySettled direct;

      outlay_reconcile_alone (&evidence[i], &direct);
      check_line (&direct, &c->lines[i]);
    }
}

/* A day's row can be priced in part: what is known of its cost is kept. */
static void
test_partly_priced (void)
{
  OutlayDayCoverage coverage = { TRUE, TRUE };
  Spec spec = { METER, 1, 11, "m", .input = 100, .rows = 3 };
  Row row;
  g_autofree OutlayEvidence *evidence = NULL;
  g_autoptr (GArray) lines = NULL;

  fill_row (&row, &spec);
  evidence = list_evidence (&row, 1);
  evidence->unpriced = TRUE;

  lines = outlay_reconcile (evidence, 1, &coverage);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (g_array_index (lines, OutlaySettled, 0).cost_nanos, ==, 300000);
  g_assert_cmpint (g_array_index (lines, OutlaySettled, 0).unpriced_rows, ==, 3);
}

static const struct
{
  const char *path;
  const Case *cases;
  gsize n_cases;
} tables[] = {
  { "/reconcile/alone", alone, G_N_ELEMENTS (alone) },
  { "/reconcile/streams", streams, G_N_ELEMENTS (streams) },
  { "/reconcile/charges", charges, G_N_ELEMENTS (charges) },
  { "/reconcile/lonely", lonely, G_N_ELEMENTS (lonely) },
  { "/reconcile/running", running, G_N_ELEMENTS (running) },
  { "/reconcile/gateways", gateways, G_N_ELEMENTS (gateways) },
  { "/reconcile/billed-gateways", billed_gateways, G_N_ELEMENTS (billed_gateways) },
};

static void
test_table (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);

  for (gsize i = 0; i < tables[index].n_cases; i++)
    check_case (&tables[index].cases[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_test_add_data_func (tables[i].path, GSIZE_TO_POINTER (i), test_table);

  g_test_add_func ("/reconcile/partly-priced", test_partly_priced);

  return g_test_run ();
}
