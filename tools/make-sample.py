#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/sample: a year of Larkmoor, an invented shop, in real export formats.

`make-sample.py [FOLDER]` writes the same bytes on every machine: the only source of
chance is random() of a seeded Mersenne twister, and no function of the C library's
mathematics is used. `make-sample.py --summary` prints the spend by month instead.
What the company typed in (features, rules, budgets, values) is data/sample/company.json,
which is kept by hand.
"""

import collections
import datetime
import decimal
import hashlib
import json
import pathlib
import random
import string
import sys

FIRST = datetime.date(2025, 12, 1)
LAST = datetime.date(2026, 11, 20)
DAY = datetime.timedelta(days=1)
ORGANIZATION = "org-Lk7MoorWq2ZtV9cXb4NfYp1s"
UTC = datetime.timezone.utc


def on(text):
    return datetime.date.fromisoformat(text)


# Dollars a million tokens: input, cache read, cache write (5 minutes), output, each from
# its day on. List prices as in genai-prices of 2026-09-23 (data/prices).
RATES = {
    "claude-sonnet-4-5-20250929": [(FIRST, "3", "0.3", "3.75", "15")],
    "claude-sonnet-5": [(FIRST, "2", "0.2", "2.5", "10")],
    "claude-haiku-4-5-20251001": [(FIRST, "1", "0.1", "1.25", "5")],
    "claude-opus-4-7": [(FIRST, "5", "0.5", "6.25", "25")],
    "claude-opus-5": [(FIRST, "5", "0.5", "6.25", "25")],
    "gpt-5-mini-2025-08-07": [(FIRST, "0.25", "0.025", "0", "2")],
    "gpt-5.1-2025-11-13": [(FIRST, "1.25", "0.125", "0", "10")],
    "gpt-5.4-mini-2026-03-17": [(FIRST, "0.75", "0.075", "0", "4.5")],
    "gpt-5.6-sol": [(FIRST, "5", "0.5", "0", "30"), (on("2026-08-21"), "4", "0.4", "0", "20")],
    "mistralai/mistral-small-2603": [(FIRST, "0.15", "0.015", "0", "0.6")],
    "qwen/qwen3.7-plus-20260602": [(FIRST, "0.4", "0.08", "0.5", "1.6")],
}
DISPLAY = {
    "claude-sonnet-4-5-20250929": "Claude Sonnet 4.5",
    "claude-sonnet-5": "Claude Sonnet 5",
    "claude-haiku-4-5-20251001": "Claude Haiku 4.5",
    "claude-opus-4-7": "Claude Opus 4.7",
    "claude-opus-5": "Claude Opus 5",
}

# How a week runs, Monday first.
SHOP = (1.02, 1.00, 0.98, 1.00, 1.05, 1.06, 0.89)
CARE = (1.18, 1.12, 1.08, 1.06, 1.02, 0.82, 0.72)
DESK = (1.34, 1.36, 1.33, 1.30, 1.19, 0.27, 0.21)
CODE = (1.33, 1.40, 1.41, 1.37, 1.21, 0.16, 0.12)

Stream = collections.namedtuple(
    "Stream", "name place key first models calls week fresh cached written output"
)


def year(*values):
    """A path through the months, December 2025 first; fewer values end in November 2026."""
    return (values[0],) * (12 - len(values)) + values


# One a project, or workspace and key. calls: a day; the rest: tokens a call.
ANTHROPIC = [
    Stream("Support chat", "Support", "support-chat-prod", FIRST,
           [("2025-12-01", "claude-sonnet-4-5-20250929"), ("2026-07-13", "claude-sonnet-5")],
           year(4300, 5000, 5800, 6700, 7600, 8700, 9900, 11300, 12400, 14300, 16700, 21100),
           CARE, year(2380, 2400, 2420, 2460, 2480, 2530, 2600, 2680, 2760, 2800, 2850, 3330),
           year(8200, 8400, 8500, 8700, 9000), year(1400, 1400), year(590, 620)),
    Stream("Summaries", "Documents", "summaries-prod", on("2026-01-12"),
           [("2026-01-12", "claude-haiku-4-5-20251001")],
           year(2600, 2600, 3300, 4200, 5100, 6000, 6900, 7900, 8800, 9900, 11200, 13100),
           DESK, year(3650, 3700, 3720, 3760, 3800, 3830, 3860, 3870, 3880, 3890, 3910, 3910),
           year(0), year(0), year(480, 490)),
    Stream("Digest", "Documents", "digest-nightly", on("2026-06-01"),
           [("2026-06-01", "claude-haiku-4-5-20251001")],
           year(120, 130, 140, 150, 165, 180), SHOP, year(19800, 20500), year(0), year(0),
           year(1050)),
    Stream("Code review", "Engineering", "code-review-bot", on("2026-04-20"),
           [("2026-04-20", "claude-opus-4-7"), ("2026-09-01", "claude-opus-5")],
           year(420, 420, 560, 720, 850, 960, 1090, 1250, 1420), CODE,
           year(5600, 5700, 5900, 6000), year(17000, 18000), year(2500), year(1350, 1400)),
]
OPENAI = [
    Stream("Search", "Search", "proj_8Qd2LkMoorSearchX5tYbn1c", on("2025-12-08"),
           [("2025-12-08", "gpt-5-mini-2025-08-07")],
           year(21000, 27000, 36000, 46000, 55000, 64000, 74000, 84000, 94000, 106000, 117000, 131000),
           SHOP, year(990, 1000, 1020, 1050), year(250), year(0), year(262, 266, 270)),
    Stream("Content", "Content", "proj_3Vn7LkMoorContentR8wKd", on("2026-03-02"),
           [("2026-03-02", "gpt-5.1-2025-11-13")],
           year(540, 640, 800, 960, 1120, 1260, 1410, 1580, 1800, 2130), DESK,
           year(7100, 7200, 7300, 7450, 7600, 9000), year(0), year(0), year(2250, 2300)),
    Stream("Data questions", "Data questions", "proj_6Ht1LkMoorDataQsP4zGm2", on("2026-08-03"),
           [("2026-08-03", "gpt-5.6-sol")],
           year(210, 300, 390, 720), DESK,
           year(6500, 6700, 7000, 12000), year(22000, 23000, 24000, 30000), year(0),
           year(1900, 2000, 2000, 2200)),
    Stream("Sandbox", "Sandbox", "proj_1Zb9LkMoorSandboxU7eJq", on("2026-08-17"),
           [("2026-08-17", "gpt-5.4-mini-2026-03-17")],
           year(1500, 1900, 2500, 3100), DESK, year(2300, 2400), year(0), year(0), year(700)),
]
SUMMARIES_GROW = on("2026-11-02")  # whole contracts go into the prompt instead of extracts
RETRY_STORM = on("2026-10-14")  # a broken time-out in the search front end

Usage = collections.namedtuple("Usage", "stream day model calls fresh cached written output")
Generation = collections.namedtuple(
    "Generation", "id at model key prompt completion reasoning cached cost finish milliseconds first"
)


class Chance:
    """Seeded chance, from random() alone: the rest of the module may change its results."""

    def __init__(self, seed):
        self.random = random.Random(f"Larkmoor {seed}").random

    def around(self, width):
        return 1 + width * (self.random() + self.random() + self.random() - 1.5) / 1.5

    def below(self, count):
        return int(self.random() * count)

    def text(self, length):
        letters = string.ascii_letters + string.digits
        return "".join(letters[self.below(len(letters))] for _ in range(length))


def path_at(path, day):
    """The value of a path on a day, straight between the middles of its months."""
    month = (day.year - FIRST.year) * 12 + day.month - FIRST.month
    step = (day.day - 15.5) / 30.5
    low, high = (month - 1, month) if step < 0 else (month, month + 1)
    part = step + 1 if step < 0 else step
    low, high = max(low, 0), min(high, 11)
    return path[low] + (path[high] - path[low]) * part


def days(first=FIRST, last=LAST):
    while first <= last:
        yield first
        first += DAY


def rates_on(model, day):
    """Decimals of dollars a million tokens: input, cache read, cache write, output."""
    current = [row for row in RATES[model] if row[0] <= day][-1]
    return tuple(decimal.Decimal(text) for text in current[1:])


def costs_of(usage):
    """Exact dollars by kind of token: input, cache read, cache write, output."""
    counts = usage.fresh, usage.cached, usage.written, usage.output
    rates = rates_on(usage.model, usage.day)
    return tuple(count * rate / 1_000_000 for count, rate in zip(counts, rates))


def models_on(stream, day):
    """The models of a day with their shares: a new one takes over within a week."""
    begun = [(on(first), model) for first, model in stream.models if on(first) <= day]
    if len(begun) == 1:
        return [(begun[0][1], 1.0)]
    share = min(1.0, 0.15 + 0.17 * (day - begun[-1][0]).days)
    parts = [(begun[-2][1], 1.0 - share), (begun[-1][1], share)]
    return [(model, part) for model, part in parts if part > 0]


def usage_of(stream):
    """What a stream used, day by day."""
    chance = Chance(stream.name)
    for day in days(stream.first):
        calls = path_at(stream.calls, day) * stream.week[day.weekday()] * chance.around(0.07)
        fresh, cached, written, output = (
            path_at(path, day) * chance.around(0.03)
            for path in (stream.fresh, stream.cached, stream.written, stream.output)
        )
        if stream.name == "Summaries" and day >= SUMMARIES_GROW:
            fresh *= 1.86
        if stream.name == "Search" and day == RETRY_STORM:
            calls, output = calls * 3.7, output * 0.4
        for model, share in models_on(stream, day):
            count = int(calls * share)
            yield Usage(stream, day, model, count, int(count * fresh), int(count * cached),
                        int(count * written), int(count * output))


def laptop_usage():
    """A developer's own key in the default workspace, which nobody has claimed."""
    stream = Stream("Laptop", "Default", "jonas-laptop", FIRST, [], 0, 0, 0, 0, 0, 0)
    chance = Chance(stream.name)
    for day in days(on("2026-02-02")):
        if day.weekday() < 5 and chance.random() < 0.12:
            model = "claude-sonnet-5" if day >= on("2026-07-13") else "claude-sonnet-4-5-20250929"
            count = 8 + chance.below(60)
            yield Usage(stream, day, model, count, count * (900 + chance.below(2400)), 0, 0,
                        count * (150 + chance.below(500)))


# Anthropic Console

def cost_columns(month):
    """The header of the cost export as it was in that month."""
    if month < "2026-02":
        tail = ["cost_usd", "cost_type"]
    elif month < "2026-03":
        tail = ["cost_usd", "cost_type", "inference_geo", "speed"]
    else:
        tail = ["cost_usd", "list_price_usd", "cost_type", "inference_geo", "speed"]
    if month >= "2026-08":
        tail += ["api_key_id", "api_key_status"]
    return "usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type".split(",") + tail


def write_csv(path, rows, line_end="\n", blank_lines=0):
    """Rows of texts; quotes what has to be quoted, as the consoles do."""
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text

    lines = [",".join(cell(text) for text in row) for row in rows] + [""] * blank_lines
    path.write_bytes("".join(line + line_end for line in lines).encode("utf-8"))


def cents(amount):
    return str(amount.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_EVEN))


def geo_of(model, month):
    return "not_available" if month < "2026-08" and "haiku" in model else "global"


def cost_rows(usages, month, chance):
    """The cost export: a row a kind of token, in cents; some come in two parts."""
    columns = cost_columns(month)
    key_ids = {}
    for usage in usages:
        names = ("input_no_cache", "input_cache_read", "input_cache_write_5m", "output")
        counts = (usage.fresh, usage.cached, usage.written, usage.output)
        for name, count, amount in zip(names, counts, costs_of(usage)):
            if count == 0:
                continue
            split = decimal.Decimal(5 + chance.below(40)) / 100
            parts = [amount * split, amount * (1 - split)] if chance.random() < 0.02 else [amount]
            for part in parts:
                key = usage.stream.key
                row = {
                    "usage_date_utc": usage.day.isoformat(), "model": DISPLAY[usage.model],
                    "workspace": usage.stream.place, "api_key": key, "usage_type": "message",
                    "context_window": "≤ 200k", "token_type": name, "cost_usd": cents(part),
                    "list_price_usd": cents(part), "cost_type": "token", "speed": "",
                    "inference_geo": geo_of(usage.model, month), "api_key_status": "active",
                    "api_key_id": key_ids.setdefault(key, "apikey_01" + Chance(key).text(22)),
                }
                yield [row[column] for column in columns]


TOKEN_COLUMNS = (
    "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,"
    "usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,"
    "usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,"
    "web_search_count"
).split(",")


def token_rows(usages, month):
    for usage in usages:
        row = [usage.day.isoformat(), usage.model, usage.stream.key, usage.stream.place,
               "standard", "≤ 200k", usage.fresh, usage.written, 0, usage.cached, usage.output, 0]
        row += [geo_of(usage.model, month), ""] if month >= "2026-02" else []
        yield [str(value) for value in row]


def write_anthropic(folder, usages):
    """Two files a month, with the headers and line ends of their time."""
    months = collections.defaultdict(list)
    for usage in sorted(usages, key=lambda u: (u.day, u.stream.place, u.stream.key, u.model)):
        months[usage.day.isoformat()[:7]].append(usage)
    for month, rows in months.items():
        first = on(month + "-01")
        last = min(LAST, (first + 31 * DAY).replace(day=1) - DAY)
        line_end = "\r\n" if month >= "2026-07" else "\n"
        costs = list(cost_rows(rows, month, Chance("cost " + month)))
        if month >= "2026-08":  # since then not in the order of the days
            costs.sort(key=lambda row: (row[3], row[1]))
        span = f"{first:%Y_%m_%d}_to_{last:%Y_%m_%d}"
        write_csv(folder / f"claude_api_cost_{span}.csv", [cost_columns(month), *costs], line_end,
                  blank_lines=3 if month == "2026-02" else 0)
        header = TOKEN_COLUMNS + (["inference_geo", "speed"] if month >= "2026-02" else [])
        write_csv(folder / f"claude_api_tokens_{month.replace('-', '_')}.csv",
                  [header, *token_rows(rows, month)], line_end)


# OpenAI dashboard

OPENAI_TIMES = ["start_time", "end_time", "start_time_iso", "end_time_iso"]
OPENAI_COST = {  # until the summer of 2026, and since
    False: OPENAI_TIMES + ["amount_value", "amount_currency", "line_item", "project_id",
                           "organization_id", "project_name", "organization_name"],
    True: OPENAI_TIMES + ["amount_value", "amount_currency", "quantity", "quantity_unit",
                          "line_item", "user_id", "api_key_id", "project_id", "organization_id",
                          "project_name", "organization_name", "user_email", "api_source"],
}
OPENAI_USAGE = OPENAI_TIMES + (
    "project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,"
    "output_tokens,input_cached_tokens,input_uncached_tokens,input_text_tokens,"
    "output_text_tokens,input_cached_text_tokens,input_audio_tokens,input_cached_audio_tokens,"
    "output_audio_tokens,input_image_tokens,input_cached_image_tokens,output_image_tokens"
).split(",")


def openai_times(day, offset="+00:00"):
    start = int(datetime.datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return {"start_time": str(start), "end_time": str(start + 86400),
            "start_time_iso": f"{day}T00:00:00{offset}",
            "end_time_iso": f"{day + DAY}T00:00:00{offset}"}


def openai_costs(usage, recent):
    """Three line items; the amounts are binary fractions, with their noise."""
    rates = rates_on(usage.model, usage.day)
    parts = (("input", usage.fresh, rates[0]), ("cached input", usage.cached, rates[1]),
             ("output", usage.output, rates[3]))
    for name, count, rate in parts:
        if count:
            yield openai_times(usage.day, "" if recent else "+00:00") | {
                "amount_value": repr(count * (float(rate) / 1e6)), "amount_currency": "usd",
                "line_item": f"{usage.model}, {name}", "project_id": usage.stream.key,
                "organization_id": ORGANIZATION, "project_name": usage.stream.place,
                "organization_name": "Larkmoor",
            }


def openai_usage(usage, as_float):
    counts = {
        "num_model_requests": usage.calls, "input_tokens": usage.fresh + usage.cached,
        "output_tokens": usage.output, "input_cached_tokens": usage.cached,
        "input_uncached_tokens": usage.fresh, "input_text_tokens": usage.fresh,
        "output_text_tokens": usage.output, "input_cached_text_tokens": usage.cached,
    }
    zeros = [name for name in OPENAI_USAGE if "audio" in name or "image" in name]
    counts |= dict.fromkeys(zeros, 0)
    return openai_times(usage.day) | {
        "project_id": usage.stream.key, "model": usage.model, "batch": "False",
        "service_tier": "default",
    } | {name: f"{count}.0" if as_float else str(count) for name, count in counts.items()}


def write_openai(folder, usages):
    """Two files for each 60 days, the longest span that the dashboard gives."""
    by_day = collections.defaultdict(list)
    for usage in usages:
        by_day[usage.day].append(usage)
    first = FIRST
    while first <= LAST:
        end = min(first + 60 * DAY, LAST + DAY)
        recent = end > on("2026-08-01")
        gaps = any(day not in by_day for day in days(first, end - DAY))
        costs, counts = [], []
        for day in days(first, end - DAY):
            if day not in by_day:  # an empty bucket: only the time columns are filled
                costs.append(openai_times(day))
                counts.append(openai_times(day))
            for usage in by_day.get(day, []):
                costs += openai_costs(usage, recent)
                counts.append(openai_usage(usage, as_float=gaps))
        for name, columns, rows in (("cost", OPENAI_COST[recent], costs),
                                    ("completions_usage", OPENAI_USAGE, counts)):
            cells = [[row.get(column, "") for column in columns] for row in rows]
            write_csv(folder / f"{name}_{first}_{end}.csv", [columns, *cells])
        first = end


# OpenRouter and the gateway in front of it

def generations():
    """Product texts translated by open models, one row a call, oldest first."""
    chance = Chance("OpenRouter")
    for day in days(on("2026-09-20")):
        midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=UTC)
        for _ in range((9 if day.weekday() < 5 else 3) + chance.below(4)):
            seconds = 6 * 3600 + chance.below(14 * 3600)
            at = midnight + datetime.timedelta(seconds=seconds, milliseconds=chance.below(1000))
            model = list(RATES)[-1 - (chance.random() < 0.45)]
            prompt, completion = 9000 + chance.below(26000), 2500 + chance.below(6000)
            thinks = model.startswith("qwen")
            cached = prompt // 256 * 128 if thinks and chance.random() < 0.5 else 0
            rates = rates_on(model, day)
            cost = ((prompt - cached) * rates[0] + cached * rates[1] + completion * rates[3]) / 1_000_000
            yield Generation(
                f"gen-{int(at.timestamp())}-{chance.text(20)}", at, model,
                "sofie-test" if chance.random() < 0.06 else "content-translate", prompt,
                completion, completion // 5 if thinks else 0, cached, cost,
                "length" if chance.random() < 0.03 else "stop",
                4000 + chance.below(30000), 400 + chance.below(2400))


def millionths(amount):
    """Six decimals, without the zeros at the end."""
    return f"{amount.quantize(decimal.Decimal('0.000001')):f}".rstrip("0")


OPENROUTER = (
    "generation_id,created_at,cost_total,cost_web_search,cost_cache,cost_file_processing,"
    "byok_usage_inference,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,"
    "model_permaslug,provider_name,variant,cancelled,streamed,user,finish_reason_raw,"
    "finish_reason_normalized,generation_time_ms,time_to_first_token_ms,api_key_disabled,"
    "api_key_name,app_name"
).split(",")


def write_openrouter(folder, rows):
    """The activity log, newest first; what the cache saved is inside the total."""
    lines = [OPENROUTER]
    for row in reversed(rows):
        rates = rates_on(row.model, row.at.date())
        saved = millionths(row.cached * (rates[1] - rates[0]) / 1_000_000) if row.cached else ""
        lines.append([
            row.id, f"{row.at:%Y-%m-%d %H:%M:%S}.{row.at.microsecond // 1000:03d}",
            millionths(row.cost), "", saved, "", "0", str(row.prompt), str(row.completion),
            str(row.reasoning), str(row.cached), row.model,
            "Alibaba" if row.model.startswith("qwen") else "Mistral", "standard", "false", "true",
            "", row.finish, row.finish, str(row.milliseconds), str(row.first), "false", row.key,
            "Larkmoor Content"])
    write_csv(folder / f"openrouter_activity_{LAST}.csv", lines)


def litellm_line(row, number, failed):
    """One row of the gateway's spend log; a call that failed costs nothing."""
    at = row.at - datetime.timedelta(seconds=3) if failed else row.at
    end = at + datetime.timedelta(milliseconds=900 if failed else row.milliseconds)
    prompt, completion, cached = (0, 0, 0) if failed else (row.prompt, row.completion, row.cached)
    status = "failure" if failed else "success"
    metadata = {
        "user_api_key_alias": row.key, "user_api_key_team_alias": "Catalogue",
        "usage_object": {"prompt_tokens": prompt, "completion_tokens": completion,
                         "total_tokens": prompt + completion,
                         "prompt_tokens_details": {"cached_tokens": cached}},
        "status": status,
    }
    stamp = "%Y-%m-%d %H:%M:%S.%f"
    return json.dumps({
        "request_id": "refused-" + row.id[4:] if failed else row.id, "call_type": "acompletion",
        "api_key": hashlib.sha256(row.key.encode()).hexdigest(),
        "spend": 0.0 if failed else float(row.cost), "total_tokens": prompt + completion,
        "prompt_tokens": prompt, "completion_tokens": completion,
        "startTime": at.strftime(stamp), "endTime": end.strftime(stamp),
        "completionStartTime": end.strftime(stamp), "model": "openrouter/" + row.model,
        "model_group": "translate", "custom_llm_provider": "openrouter", "user": "",
        "metadata": json.dumps(metadata), "cache_hit": "None",
        "request_tags": json.dumps(["feature:content", "locale:" + ("de", "fr", "nl")[number % 3]]),
        "team_id": "catalogue", "end_user": "", "messages": "{}", "response": "{}",
        "status": status,
    })


def write_litellm(folder, rows):
    """Five days of the gateway; now and then a call is refused and made again."""
    last = on("2026-09-24")
    chosen = [row for row in rows if row.key == "content-translate" and row.at.date() <= last]
    lines = []
    for number, row in enumerate(chosen):
        if number % 9 == 8:
            lines.append(litellm_line(row, number, failed=True))
        lines.append(litellm_line(row, number, failed=False))
    path = folder / f"litellm_spend_logs_2026-09-20_{last}.jsonl"
    path.write_bytes("".join(line + "\n" for line in lines).encode("utf-8"))


# Outcomes: what came of it. Name, calls for one outcome, first day.
OUTCOMES = [
    ("support-chat", "Support chat", 44),
    ("summaries", "Summaries", 12.5),
    ("content", "Content", 7),
    ("code-review", "Code review", 22),
    ("data-questions", "Data questions", 27),
]


def write_outcomes(folder, calls):
    for name, feature, per_outcome in OUTCOMES:
        chance = Chance("outcomes " + name)
        rows = [[day.isoformat(), str(int(count / per_outcome * chance.around(0.06)))]
                for day, count in sorted(calls[feature].items())]
        write_csv(folder / f"outcomes-{name}.csv", [["date", "count"], *rows])


def write_resources(folder):
    """The list for the resource compiler: everything that is in the folder."""
    names = sorted(path.name for path in folder.iterdir() if path.suffix in (".csv", ".json", ".jsonl"))
    lines = [f'    <file compressed="true">{name}</file>' for name in names]
    path = folder / "sample.gresource.xml"
    path.write_text("\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>', "<gresources>",
        '  <gresource prefix="/io/github/outlay/sample">', *lines, "  </gresource>",
        "</gresources>", ""]), encoding="utf-8")


def print_summary(usages):
    table = collections.defaultdict(decimal.Decimal)
    for usage in usages:
        table[usage.stream.name, usage.day.isoformat()[:7]] += sum(costs_of(usage))
    months = sorted({month for _, month in table})
    print(f"{'':15}" + "".join(f"{month:>9}" for month in months))
    for name in dict.fromkeys(name for name, _ in table):
        print(f"{name:15}" + "".join(f"{table[name, month]:9.2f}" for month in months))
    print(f"{'':15}" + "".join(
        f"{sum(v for (_, m), v in table.items() if m == month):9.2f}" for month in months))


def main():
    anthropic = [usage for stream in ANTHROPIC for usage in usage_of(stream)] + list(laptop_usage())
    openai = [usage for stream in OPENAI for usage in usage_of(stream)]
    if "--summary" in sys.argv[1:]:
        print_summary(anthropic + openai)
        return
    folder = pathlib.Path(sys.argv[1] if sys.argv[1:] else pathlib.Path(__file__).parents[1] / "data/sample")
    calls = collections.defaultdict(collections.Counter)
    for usage in anthropic + openai:
        calls[usage.stream.name][usage.day] += usage.calls
    rows = sorted(generations(), key=lambda row: row.at)
    write_anthropic(folder, anthropic)
    write_openai(folder, openai)
    write_openrouter(folder, [row for row in rows if row.at.date() >= on("2026-09-22")])
    write_litellm(folder, rows)
    write_outcomes(folder, calls)
    write_resources(folder)


if __name__ == "__main__":
    main()
