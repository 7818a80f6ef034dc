#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample company can be made again byte for byte, and its sums tie.

Every cost row is computed again from the token files and the shipped price book
(data/prices), the company's own words are held against the files, and the story that
the window tells with it (who is over budget in November) is checked in figures.
"""

import collections
import csv
import datetime
import decimal
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
SAMPLE = TOP / "data" / "sample"
BOOK = TOP / "data" / "prices" / "genai-prices.json"
D = decimal.Decimal


def rows_of(pattern):
    for path in sorted(SAMPLE.glob(pattern)):
        with open(path, encoding="utf-8", newline="") as file:
            yield from (row for row in csv.DictReader(file))


def name_fits(match, name):
    """Whether a clause of the price book takes a model's name."""
    (kind, value), = match.items()
    if kind in ("or", "and"):
        return (any if kind == "or" else all)(name_fits(clause, name) for clause in value)
    tests = {
        "equals": lambda: name == value, "contains": lambda: value in name,
        "starts_with": lambda: name.startswith(value), "ends_with": lambda: name.endswith(value),
        "regex": lambda: re.search(value, name) is not None,
    }
    return tests[kind]()


class Book:
    """Dollars a token, for one request's worth of context."""

    def __init__(self):
        with open(BOOK, encoding="utf-8") as file:
            data = json.load(file, parse_float=D, parse_int=D)
        self.providers = {provider["id"]: provider["models"] for provider in data}

    def rate(self, provider, model, day, key):
        entry = next(m for m in self.providers[provider] if name_fits(m["match"], model))
        prices = entry["prices"]
        if isinstance(prices, list):
            prices = next(
                row["prices"] for row in reversed(prices)
                if row.get("constraint", {}).get("start_date", "") <= day)
        price = prices[key]
        return (price["base"] if isinstance(price, dict) else price) / 1_000_000


KINDS = {  # as the two consoles and the price book call them
    "input_no_cache": ("usage_input_tokens_no_cache", "input_mtok"),
    "input_cache_read": ("usage_input_tokens_cache_read", "cache_read_mtok"),
    "input_cache_write_5m": ("usage_input_tokens_cache_write_5m", "cache_write_mtok"),
    "output": ("usage_output_tokens", "output_mtok"),
    "input": ("input_uncached_tokens", "input_mtok"),
    "cached input": ("input_cached_tokens", "cache_read_mtok"),
}


def display_name(model):
    """claude-sonnet-4-5-20250929 as the console shows it: Claude Sonnet 4.5."""
    words = re.sub(r"-\d{8}$", "", model).split("-")
    return f"{words[0].title()} {words[1].title()} {'.'.join(words[2:])}"


def day_of(seconds):
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).date().isoformat()


class SampleTest(unittest.TestCase):
    def test_made_again(self):
        with tempfile.TemporaryDirectory() as folder:
            again = pathlib.Path(folder)
            (again / "company.json").write_bytes((SAMPLE / "company.json").read_bytes())
            subprocess.run([sys.executable, str(TOP / "tools/make-sample.py"), folder], check=True)
            here = {p.name: p.read_bytes() for p in SAMPLE.iterdir() if p.name[0] != "."}
            there = {path.name: path.read_bytes() for path in again.iterdir()}
        self.assertEqual(sorted(here), sorted(there))
        for name in here:
            self.assertTrue(here[name] == there[name], f"{name} differs from what make-sample.py writes")
        self.assertLess(sum(map(len, here.values())), 1_500_000)

    @unittest.skipUnless(BOOK.exists(), "the price book is not here")
    def test_anthropic_ties(self):
        book, billed, parts = Book(), collections.Counter(), collections.Counter()
        for row in rows_of("claude_api_cost_*.csv"):
            if row["usage_date_utc"]:
                key = row["usage_date_utc"], row["model"], row["workspace"], row["api_key"], row["token_type"]
                billed[key] += D(row["cost_usd"])
                parts[key] += 1
        self.assertGreater(max(parts.values()), 1, "no row comes in two parts")
        seen = set()
        for row in rows_of("claude_api_tokens_*.csv"):
            day, model = row["usage_date_utc"], row["model_version"]
            for kind in ("input_no_cache", "input_cache_read", "input_cache_write_5m", "output"):
                column, price = KINDS[kind]
                key = day, display_name(model), row["workspace"], row["api_key"], kind
                if row[column] != "0":
                    amount = int(row[column]) * book.rate("anthropic", model, day, price)
                    self.assertLessEqual(abs(billed[key] - amount), parts[key] * D("0.005"), key)
                    seen.add(key)
        self.assertEqual(seen, set(billed))

    @unittest.skipUnless(BOOK.exists(), "the price book is not here")
    def test_openai_ties(self):
        book, billed, seen = Book(), {}, set()
        for row in rows_of("cost_*.csv"):
            if row["amount_value"]:
                model, kind = row["line_item"].split(", ")
                key = day_of(row["start_time"]), row["project_id"], model, kind
                self.assertNotIn(key, billed)
                billed[key] = D(row["amount_value"])
        for row in rows_of("completions_usage_*.csv"):
            for kind in ("input", "cached input", "output") if row["model"] else ():
                column = "output_tokens" if kind == "output" else KINDS[kind][0]
                key = day_of(row["start_time"]), row["project_id"], row["model"], kind
                if count := D(row[column]):
                    amount = count * book.rate("openai", row["model"], key[0], KINDS[kind][1])
                    self.assertAlmostEqual(billed[key], amount, places=9, msg=key)
                    seen.add(key)
        self.assertEqual(seen, set(billed))

    @unittest.skipUnless(BOOK.exists(), "the price book is not here")
    def test_openrouter_ties(self):
        book, count = Book(), 0
        for row in rows_of("openrouter_activity_*.csv"):
            def rate(key):
                return book.rate("openrouter", row["model_permaslug"], row["created_at"][:10], key)

            cached = int(row["tokens_cached"])
            amount = ((int(row["tokens_prompt"]) - cached) * rate("input_mtok")
                      + cached * rate("cache_read_mtok")
                      + int(row["tokens_completion"]) * rate("output_mtok"))
            self.assertAlmostEqual(D(row["cost_total"]), amount, delta=D("0.0000005"))
            count += 1
        self.assertGreater(count, 400)

    def test_company(self):
        company = json.loads((SAMPLE / "company.json").read_text(encoding="utf-8"))
        features = {feature["name"] for feature in company["features"]}
        exports = {p.name for p in SAMPLE.iterdir() if p.suffix in (".csv", ".jsonl")}
        outcomes = {case["outcomes"] for case in company["use_cases"] if "outcomes" in case}
        self.assertEqual(set(company["files"]) | outcomes, exports)
        self.assertEqual(len(company["files"]), len(set(company["files"])))
        self.assertEqual({rule["feature"] for rule in company["rules"]}, features)
        self.assertEqual({f["name"] for c in company["use_cases"] for f in c["features"]}, features)
        cases = {case["name"] for case in company["use_cases"]}
        self.assertLessEqual({item["use_case"] for item in company["cost_items"] if "use_case" in item}, cases)
        november = {b["feature"]: D(b["amount"]) for b in company["budgets"] if b["to"] == "2026-11"}
        self.assertEqual(set(november), features)
        self.assertEqual(sum(november.values()), 23000)

    def test_story(self):
        places = {"Support": "Support chat", "Engineering": "Code review", "Documents": "Summaries"}
        spent = collections.Counter()
        for row in rows_of("claude_api_cost_*.csv"):
            if row["usage_date_utc"].startswith("2026-11"):
                spent[places.get(row["workspace"], "")] += D(row["cost_usd"])
        for row in rows_of("cost_*.csv"):
            if row["amount_value"] and day_of(row["start_time"]).startswith("2026-11"):
                spent[row["project_name"]] += D(row["amount_value"])
        self.assertGreater(spent["Summaries"] * D("0.96"), 2400)
        self.assertGreater(spent["Data questions"], 1200)
        for name, budget in (("Support chat", 9000), ("Search", 3600), ("Content", 1800), ("Code review", 5000)):
            self.assertLess(spent[name], budget)
        self.assertTrue(17_000 < sum(spent.values()) < 18_500, sum(spent.values()))


if __name__ == "__main__":
    unittest.main()
