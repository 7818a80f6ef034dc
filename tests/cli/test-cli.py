#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs outlay-cli as a user would, each test on a store of its own.

`test-cli.py PROGRAM`: names, keys and exit statuses are a contract.
"""

import decimal
import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
DONE, FAILED, USAGE, OVER, REJECTED = range(5)
USE_CASE = ["use-case", "add", "Triage", "--feature", "Search=60", "--feature", "Chat"]
COST = ["cost-item", "add", "--kind", "people", "--name", "Care", "--from", "2026-09"]
PRICE = ["price", "cost", "--provider", "openai", "--model", "gpt-4o", "--at", "2026-09-10T12:00:00Z"]


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.store = self.path / "outlay.db"

    def run_cli(self, *args, status=DONE, options=(), env=None):
        """Runs a command; a failure has to say something, a success nothing."""
        command = [PROGRAM, "--store", str(self.store), "--as-of", "2026-09-20", *options, *map(str, args)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        self.assertEqual(done.returncode, status, f"{args}: {done.stderr}")
        if status in (FAILED, USAGE, REJECTED):
            self.assertTrue(done.stderr.strip(), f"{args} fails without a word")
        self.stderr = done.stderr
        return done.stdout

    def ask(self, *args, status=DONE):
        return json.loads(self.run_cli(*args, status=status, options=["--json"]))

    def write(self, name, text, encoding="utf-8"):
        path = self.path / name
        path.write_text(text, encoding=encoding, newline="")
        return path

    def add_features(self):
        self.run_cli("feature", "add", "Search", "--owner", "Ada Brandt", "--cost-centre", "4300")
        self.run_cli("feature", "add", "--parent", "Search", "Chat", "--stage=evaluation")


class Globals(CliTest):
    def test_store_is_private(self):
        self.run_cli("feature", "list")
        self.assertEqual(stat.S_IMODE(self.store.stat().st_mode), 0o600)

    def test_default_store(self):
        env = {**os.environ, "XDG_DATA_HOME": str(self.path / "data")}
        subprocess.run([PROGRAM, "feature", "list"], env=env, check=True)
        self.assertTrue((self.path / "data" / "outlay" / "outlay.db").exists())

    def test_foreign_store(self):
        self.store.write_bytes(b"not a database, but long enough to be looked at" * 30)
        before = self.store.read_bytes()
        self.run_cli("feature", "list", status=FAILED)
        self.assertEqual(self.store.read_bytes(), before)

    def test_misuse(self):
        for args in (
            [],
            ["fly"],
            ["feature"],
            ["feature", "fly"],
            ["feature", "add"],
            ["feature", "add", "A", "B"],
            ["feature", "add", "A", "--colour", "red"],
            ["feature", "add", "A", "--json"],
            ["status", "--month", "September"],
            ["--fly"],
        ):
            with self.subTest(args=args):
                self.run_cli(*args, status=USAGE)
        self.run_cli("feature", "list", options=["--as-of", "20.9.2026"], status=USAGE)

    def test_quiet_failure_speaks(self):
        self.run_cli("feature", "remove", "Nobody", options=["--quiet"], status=FAILED)

    def test_help_and_version(self):
        self.assertIn("feature", self.run_cli("--help"))
        self.assertIn("rename", self.run_cli("feature", "--help"))
        self.assertIn("--stage", self.run_cli("feature", "add", "--help"))
        self.assertTrue(self.run_cli("--version").startswith("outlay-cli "))

    def test_full_disk_is_noticed(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w", encoding="ascii") as full:
            done = subprocess.run(
                [PROGRAM, "--store", str(self.store), "config", "get"], stdout=full, stderr=subprocess.PIPE, check=False
            )
        self.assertEqual(done.returncode, FAILED)
        self.assertTrue(done.stderr)

    def test_names_need_no_locale(self):
        env = {**os.environ, "LC_ALL": "C"}
        self.run_cli("feature", "add", "Übersicht", "--owner", "Zoë", env=env)
        feature = self.ask("feature", "list")["features"][0]
        self.assertEqual((feature["name"], feature["owner"]), ("Übersicht", "Zoë"))


class Features(CliTest):
    def test_features(self):
        self.add_features()
        features = self.ask("feature", "list")["features"]
        self.assertEqual(
            features,
            [
                {"name": "Search", "owner": "Ada Brandt", "cost_centre": "4300", "stage": "production",
                 "parent": None, "slot": 0},
                {"name": "Chat", "owner": None, "cost_centre": None, "stage": "evaluation",
                 "parent": "Search", "slot": 1},
            ],
        )
        self.run_cli("feature", "rename", "Chat", "Support chat")
        self.run_cli("feature", "edit", "Support chat", "--owner", "Zoë", "--parent", "")
        self.run_cli("feature", "remove", "Search")
        self.assertEqual([f["name"] for f in self.ask("feature", "list")["features"]], ["Support chat"])

    def test_faults(self):
        self.add_features()
        self.run_cli("feature", "add", "Search", status=FAILED)
        self.run_cli("feature", "add", "Unallocated", status=FAILED)
        self.run_cli("feature", "add", "", status=USAGE)
        self.run_cli("feature", "add", "A", "--stage", "prod", status=USAGE)
        self.run_cli("feature", "add", "A", "--parent", "Nobody", status=FAILED)
        self.run_cli("feature", "edit", "Search", "--parent", "Chat", status=USAGE)
        self.run_cli("feature", "rename", "Serch", "B", status=FAILED)
        self.assertIn("Search", self.stderr)

    def test_rules(self):
        self.add_features()
        match = ["--match", "project=s-*", "--match", "tag.team=core"]
        first = self.ask("rule", "add", "--feature", "Search", "--share", "60.1234", *match)["id"]
        self.run_cli("rule", "add", "--feature", "Chat", "--share", "39.8766", "--valid-from", "2026-09-01", *match)
        self.run_cli("rule", "add", "--feature", "Chat", "--share", "0.0001", *match, status=FAILED)
        rules = self.ask("rule", "list")["rules"]
        self.assertEqual(len(rules), 2)
        self.assertEqual(rules[0]["share"], 60.1234)
        self.assertEqual(rules[0]["match"], ["project=s-*", "tag.team=core"])
        self.assertEqual(rules[1]["valid_from"], "2026-09-01")
        self.assertIsNone(rules[1]["valid_to"])
        self.run_cli("rule", "remove", first)
        self.run_cli("rule", "remove", first, status=FAILED)
        self.run_cli("rule", "remove", "first", status=USAGE)

    def test_rule_faults(self):
        self.add_features()
        add = ["rule", "add", "--feature", "Search"]
        self.run_cli(*add, status=USAGE)
        self.run_cli("rule", "add", "--match", "key=x", status=USAGE)
        for option in (
            ["--match", "colour=red"],
            ["--match", "key=x", "--share", "0"],
            ["--match", "key=x", "--share", "100.1"],
            ["--match", "key=x", "--share", "1.00001"],
            ["--match", "key=x", "--priority", "high"],
            ["--match", "key=x", "--valid-from", "2026-09-02", "--valid-to", "2026-09-01"],
        ):
            with self.subTest(option=option):
                self.run_cli(*add, *option, status=USAGE)
        self.run_cli("rule", "add", "--feature", "Nobody", "--match", "key=x", status=FAILED)


class Budgets(CliTest):
    def test_budgets(self):
        self.add_features()
        self.run_cli("budget", "set", "Search", "2026-09", "500.000000001", "--to", "2026-12", "--thresholds", "100,50")
        self.run_cli("budget", "set", "Unallocated", "2026-09", "10", "--rollover")
        budgets = self.ask("budget", "list")["budgets"]
        self.assertEqual(len(budgets), 5)
        self.assertEqual(
            budgets[0],
            {"feature": "Unallocated", "month": "2026-09", "amount": "10", "currency": "USD",
             "thresholds": [50, 80, 100], "rollover": True},
        )
        self.assertEqual(budgets[1]["amount"], "500.000000001")
        self.assertEqual(budgets[1]["thresholds"], [50, 100])
        self.run_cli("budget", "remove", "Search", "2026-12")
        self.run_cli("budget", "remove", "Search", "2026-12", status=FAILED)

    def test_faults(self):
        self.add_features()
        for args in (
            ["Search", "2026-13", "5"],
            ["Search", "2026-09", "five"],
            ["Search", "2026-09", "1e3"],
            ["Search", "2026-09", "99999999999"],
            ["--", "Search", "2026-09", "-5"],
            ["Search", "2026-09", "5", "--to", "2026-08"],
            ["Search", "2026-09", "5", "--thresholds", "half"],
            ["Search", "2026-09"],
        ):
            with self.subTest(args=args):
                self.run_cli("budget", "set", *args, status=USAGE)
        self.run_cli("budget", "set", "Nobody", "2026-09", "5", status=FAILED)

    def test_status(self):
        self.add_features()
        self.run_cli("budget", "set", "Search", "2026-09", "500")
        status = self.ask("status")
        self.assertEqual(list(status), ["month", "as_of", "currency", "budgets", "total", "unallocated"])
        self.assertEqual((status["month"], status["as_of"]), ("2026-09", "2026-09-20"))
        line = status["budgets"][0]
        keys = {"feature", "budget", "actual", "forecast", "used_percent", "burn_rate", "run_out", "state",
                "thresholds_crossed", "billed", "estimated", "data_to", "complete"}
        self.assertEqual(set(line), keys)
        self.assertEqual(set(status["total"]), keys - {"feature"})
        self.assertEqual((line["feature"], line["budget"], line["actual"]), ("Search", "500", "0"))
        self.assertIn("Search", self.run_cli("status", "--month", "2026-09"))


class UseCases(CliTest):
    def setUp(self):
        super().setUp()
        self.add_features()
        self.run_cli(*USE_CASE)

    def test_shares(self):
        self.run_cli("use-case", "add", "Two", "--feature", "Search=40.0001", status=FAILED)
        self.run_cli("use-case", "add", "Two", "--feature", "Search=0", status=USAGE)
        self.run_cli("use-case", "add", "Two", "--feature", "Search=40")
        self.run_cli("use-case", "add", "Two", status=FAILED)
        lines = self.ask("use-case", "list")["use_cases"]
        self.assertEqual(lines[0]["features"], [{"name": "Search", "share": 60}, {"name": "Chat", "share": 100}])
        self.assertIsNone(lines[0]["method"])
        self.run_cli("use-case", "remove", "Two")
        self.run_cli("use-case", "remove", "Two", status=FAILED)

    def test_value(self):
        self.run_cli("value", "set", "Triage", "--method", "labour", "minutes_saved=6:7.5:9", "hourly_rate=50")
        line = self.ask("use-case", "list")["use_cases"][0]
        self.assertEqual(line["method"], "labour")
        self.assertEqual(line["inputs"], {"minutes_saved": "6:7.5:9", "hourly_rate": "50"})
        self.run_cli("value", "set", "Triage", "--method", "fixed", "amount=100000")
        self.assertEqual(self.ask("use-case", "list")["use_cases"][0]["inputs"], {"amount": "100000"})

        self.run_cli("value", "set", "Triage", "--method", "labour", "minutes_saved=6", "hourly=5", status=USAGE)
        self.assertIn("hourly_rate", self.stderr)
        self.run_cli("value", "set", "Triage", "--method", "labour", "minutes_saved=6", status=USAGE)
        self.run_cli("value", "set", "Triage", "amount=5", status=USAGE)
        self.run_cli("value", "set", "Triage", "--method", "magic", "amount=5", status=USAGE)
        self.run_cli("value", "set", "Nobody", "--method", "fixed", "amount=5", status=FAILED)

    def test_doubtful_uplift(self):
        revenue = ["value", "set", "Triage", "--method", "revenue", "order_value=80"]
        self.run_cli(*revenue, "conversion_uplift=0.002")
        self.assertEqual(self.stderr, "")
        self.run_cli(*revenue, "conversion_uplift=0.10")
        self.assertIn("conversion_uplift", self.stderr)

    def test_outcomes(self):
        good = self.write("good.csv", "date,count\n2026-09-01,7\n2026-09-02,8\n")
        odd = self.write("odd.csv", "\ufeffCount;Date\r\n59.0;2026-09-02\r\nx;2026-09-03\r\n4;soon\r\n")
        self.assertEqual(
            self.ask("outcomes", "import", "Triage", good),
            {"days": 2, "from": "2026-09-01", "to": "2026-09-02", "outcomes": 15, "rejected": 0},
        )
        self.assertEqual(self.ask("outcomes", "import", "Triage", odd, status=REJECTED)["rejected"], 2)
        self.assertIn("odd.csv:3:", self.stderr)
        self.assertIn("odd.csv:4:", self.stderr)
        self.assertEqual(self.ask("roi")["use_cases"][0]["outcomes"], 66)
        self.run_cli("outcomes", "import", "Triage", self.write("empty.csv", ""), status=FAILED)
        self.run_cli("outcomes", "import", "Triage", self.write("other.csv", "a,b\n1,2\n"), status=FAILED)
        self.run_cli("outcomes", "import", "Triage", self.path / "none.csv", status=FAILED)
        self.run_cli("outcomes", "import", "Nobody", good, status=FAILED)

    def test_cost_items(self):
        first = self.ask(*COST, "--use-case", "Triage", "--amount", "300", "--monthly", "--to", "2026-12")["id"]
        self.run_cli(*COST, "--shared", "even", "--amount", "1200", "--once", "--months", "12")
        items = self.ask("cost-item", "list")["cost_items"]
        self.assertEqual((items[0]["use_case"], items[0]["shared"], items[0]["to"]), ("Triage", None, "2026-12"))
        self.assertEqual((items[1]["use_case"], items[1]["shared"], items[1]["months"]), (None, "even", 12))
        for args in (
            ["--amount", "300", "--monthly"],
            ["--use-case", "Triage", "--shared", "even", "--amount", "300", "--monthly"],
            ["--shared", "fairly", "--amount", "300", "--monthly"],
            ["--shared", "even", "--amount", "300"],
            ["--shared", "even", "--amount", "300", "--monthly", "--once"],
            ["--shared", "even", "--amount", "300", "--monthly", "--months", "4"],
            ["--shared", "even", "--monthly"],
            ["--shared", "even", "--amount=-1", "--monthly"],
            ["--shared", "even", "--amount", "1", "--monthly", "--to", "2026-08"],
        ):
            with self.subTest(args=args):
                self.run_cli(*COST, *args, status=USAGE)
        self.run_cli(*COST, "--use-case", "Nobody", "--amount", "1", "--monthly", status=FAILED)
        self.run_cli("cost-item", "remove", first)
        self.run_cli("cost-item", "remove", first, status=FAILED)

    def test_roi(self):
        self.run_cli("value", "set", "Triage", "--method", "fixed", "amount=90000")
        self.run_cli(*COST, "--use-case", "Triage", "--amount", "9000", "--monthly")
        roi = self.ask("roi", "--month", "2026-08")
        self.assertEqual(list(roi), ["from", "to", "currency", "use_cases", "total"])
        roi = self.ask("roi", "--from", "2026-09", "--to", "2026-09", "--use-case", "Triage")
        line = roi["use_cases"][0]
        self.assertEqual((line["name"], line["roi_percent"], line["value_to_cost"]), ("Triage", 900, 10))
        self.assertIsNone(line["outcomes"])
        self.assertEqual(line["assumed"], [])
        self.assertIn("estimated", roi["total"])
        self.assertIn("Triage", self.run_cli("roi"))
        self.run_cli("roi", "--use-case", "Nobody", status=FAILED)
        self.run_cli("roi", "--from", "2026-09", status=USAGE)
        self.run_cli("roi", "--month", "2026-09", "--from", "2026-09", "--to", "2026-09", status=USAGE)
        self.run_cli("roi", "--from", "2026-10", "--to", "2026-09", status=USAGE)

    def test_report(self):
        for name, start in (("r.pdf", b"%PDF-"), ("r.json", b"{"), ("r.csv", b"")):
            self.run_cli("report", "roi", "--month", "2026-09", "--output", self.path / name)
            self.assertTrue((self.path / name).read_bytes().startswith(start))
        self.run_cli("report", "budget", "--month", "2026-09", "--output", self.path / "b.json")
        self.assertIn("budgets", json.loads((self.path / "b.json").read_text(encoding="utf-8")))
        statement = ["report", "statement", "--output", self.path / "s.pdf"]
        self.run_cli(*statement, "--feature", "Search")
        self.run_cli(*statement, "--feature", "Nobody", status=FAILED)
        self.run_cli(*statement, status=USAGE)
        self.run_cli("report", "roi", status=USAGE)
        self.run_cli("report", "roi", "--output", self.path / "r.doc", status=USAGE)
        self.run_cli("report", "roi", "--output", self.path / "none" / "r.pdf", status=FAILED)


class Prices(CliTest):
    def test_cost(self):
        answer = self.ask(*PRICE, "--input", "1000", "--output", "500")
        self.assertEqual((answer["cost"], answer["state"]), ("0.0075", "priced"))
        self.assertEqual((answer["provider"], answer["model"]), ("openai", "gpt-4o"))
        self.assertEqual(answer["rates"]["output"], "10")
        self.assertIn("valid_from", answer)
        self.assertIn("0.0075", self.run_cli(*PRICE, "--input", "1000", "--output", "500"))

    def test_unknown_is_not_free(self):
        answer = self.ask("price", "cost", "--provider", "openai", "--model", "gpt-0", "--at", "2026-09-10", "--input", "9")
        self.assertEqual((answer["cost"], answer["state"], answer["rates"]), (None, "unpriced", {}))

    def test_faults(self):
        self.run_cli("price", "cost", "--provider", "openai", "--model", "gpt-4o", status=USAGE)
        self.run_cli(*PRICE[:-1], "yesterday", status=USAGE)
        self.run_cli(*PRICE, "--input", "1.5", status=USAGE)
        self.run_cli(*PRICE, "--output", "5", "--reasoning", "6", status=USAGE)

    def test_cases(self):
        head = "provider,model,timestamp,service_tier,uncached_input,cached_read,output_tokens\n"
        row = "openai,gpt-4o,2026-09-10T12:00:00Z,{},1000,0,500\n"
        good = self.write("good.csv", head + row.format("standard") + row.format("batch"))
        lines = self.run_cli("price", "cost", "--cases", good).splitlines()
        self.assertEqual([json.loads(line)["cost"] for line in lines], ["0.0075", "0.00375"])
        bad = self.write("bad.csv", head + row.format("").replace("1000", "many") + row.format(""))
        lines = self.run_cli("price", "cost", "--cases", bad, status=FAILED).splitlines()
        self.assertEqual([json.loads(line)["cost"] for line in lines], [None, "0.0075"])
        self.assertIn("bad.csv:2:", self.stderr)
        self.run_cli("price", "cost", "--cases", self.write("empty.csv", ""), status=FAILED)

    def test_volume(self):
        volume = ["plan", "volume", "--users", "1000000", "--requests-per-user", "5", "--cost-per-call", "0.001"]
        self.assertEqual(
            self.ask(*volume),
            {"calls_per_day": 5000000, "cost_per_day": "5000", "cost_per_month": "150000", "days": 30},
        )
        self.run_cli(*volume[:4], status=USAGE)
        self.run_cli(*volume[:-1], "1000000000000", status=USAGE)
        self.run_cli(*volume[:-1], "cheap", status=USAGE)


class Forecasts(CliTest):
    def rows(self, last, value="10"):
        return "date,value\n" + "".join(f"2026-{m:02}-{d:02},{value}\n" for m in (7, 8) for d in range(1, 31)) + "".join(
            f"2026-09-{d:02},{value}\n" for d in range(1, last + 1)
        )

    def test_even_series(self):
        forecast = self.ask("forecast", "--series", self.write("s.csv", self.rows(20)), "--month", "2026-09")
        self.assertEqual(list(forecast), ["expected", "low", "high", "level", "method"])
        self.assertAlmostEqual(forecast["expected"], 300, delta=15)
        self.assertLessEqual(forecast["low"], forecast["expected"])
        self.assertLessEqual(forecast["expected"], forecast["high"])
        self.assertEqual(forecast["level"], 80)

    def test_later_rows_are_not_looked_at(self):
        known = self.ask("forecast", "--series", self.write("a.csv", self.rows(20)))
        later = self.ask("forecast", "--series", self.write("b.csv", self.rows(20) + "2026-09-21,99999\n"))
        self.assertEqual(known, later)

    def test_faults(self):
        self.run_cli("forecast", status=USAGE)
        bad = self.write("bad.csv", "date,value\n2026-09-01,ten\n")
        self.run_cli("forecast", "--series", bad, status=FAILED)
        self.assertIn("bad.csv:2:", self.stderr)
        self.run_cli("forecast", "--series", self.write("late.csv", "date,value\n2026-09-21,1\n"), status=FAILED)
        self.run_cli("forecast", "--series", self.path / "none.csv", status=FAILED)


class Config(CliTest):
    def test_config(self):
        self.run_cli("config", "set", "currency", "eur")
        self.run_cli("config", "set", "thresholds", "75,100")
        self.run_cli("config", "set", "tax", "include")
        config = self.ask("config", "get")
        self.assertEqual(
            {key: config[key] for key in ("currency", "thresholds", "tax", "credits")},
            {"currency": "EUR", "thresholds": "75,100", "tax": "include", "credits": "exclude"},
        )
        self.assertEqual(self.run_cli("config", "get", "currency"), "EUR\n")
        self.assertEqual(self.ask("config", "get", "currency"), {"currency": "EUR"})
        for args in (["currency", "euro"], ["timezone", "Mars/Olympus"], ["credits", "maybe"], ["colour", "red"]):
            with self.subTest(args=args):
                self.run_cli("config", "set", *args, status=USAGE)
        self.run_cli("config", "get", "colour", status=USAGE)


class Drivers(CliTest):
    NAMES = [
        "volume", "context", "output", "caching", "mix", "price", "retries", "currency", "billing", "unmetered",
        "reallocated", "new-features", "retired-features", "fees-credits",
    ]

    def test_sample(self):
        self.run_cli("demo")
        for feature in ([], ["--feature", "Search"], ["--feature", "Unallocated"]):
            with self.subTest(feature=feature):
                moved = self.ask("drivers", "--from-month", "2026-08", "--to-month", "2026-09", *feature)
                self.assertEqual([term["driver"] for term in moved["terms"]], self.NAMES)
                self.assertEqual(moved["days"], 20)
                change = decimal.Decimal(moved["after"]) - decimal.Decimal(moved["before"])
                self.assertEqual(sum(decimal.Decimal(term["amount"]) for term in moved["terms"]), change)
                self.assertNotEqual(change, 0)
        self.assertIn("volume", self.run_cli("drivers", "--from-month", "2026-08", "--to-month", "2026-09"))
        tiers = {line["provider"]: line for line in self.ask("tiers")["accounts"]}
        self.assertEqual(tiers["openai"]["tier"], "Tier 5")
        self.assertIsNone(tiers["openrouter"]["tier"])

    def test_faults(self):
        self.run_cli("drivers", status=USAGE)
        self.run_cli("drivers", "--from-month", "2026-08", "--to-month", "soon", status=USAGE)
        self.run_cli("drivers", "--from-month", "2026-08", "--to-month", "2026-10", status=USAGE)
        months = ["--from-month", "2026-08", "--to-month", "2026-09"]
        self.run_cli("drivers", *months, "--feature", "None", status=FAILED)
        self.run_cli("tiers", "--table", self.write("tiers.json", "{}"), status=USAGE)

    def test_scenario(self):
        demo = self.ask("plan", "run", "--demo")
        self.assertEqual([demo[key] for key in ("baseline", "scenario", "saving")], ["150000", "75000", "75000"])
        self.assertEqual([step["amount"] for step in demo["steps"]], ["-75000"])
        self.run_cli("plan", "run", status=USAGE)
        self.run_cli("plan", "run", self.write("plan.json", "{}"), status=USAGE)


class Demo(CliTest):
    def test_demo(self):
        demo = self.ask("demo")
        self.assertGreater(demo["files"], 0)
        self.run_cli("demo", status=FAILED)
        budgets = self.ask("budget", "list")["budgets"]
        self.assertGreater(len(budgets), 20)
        command = [PROGRAM, "--store", str(self.store), "--as-of", demo["as_of"], "--json", "status"]
        status = subprocess.run(command, capture_output=True, text=True, check=False)
        states = [line["state"] for line in json.loads(status.stdout)["budgets"]]
        self.assertEqual(status.returncode, OVER if "over" in states else DONE)
        self.assertIn("over", states)
        self.assertNotIn("0", [line["actual"] for line in json.loads(status.stdout)["budgets"]])
        roi = self.ask("roi", "--month", "2026-09")
        self.assertGreater(len(roi["use_cases"]), 4)
        self.assertTrue(any(line["roi_percent"] for line in roi["use_cases"]))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
