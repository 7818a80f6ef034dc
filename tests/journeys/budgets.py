#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budgets are set with the keyboard alone, seen going over, and taken back."""

import json
import re

from journey import run

FIRST = re.compile("^Support chat, November 2026: ")
CELL = re.compile("^Content, November 2026: ")


def budget_of(journey, feature):
    for row in json.loads(journey.cli("--json", "status", status=3))["budgets"]:
        if row["feature"] == feature:
            return row["budget"]
    raise AssertionError(f"no row of {feature}")


def wait_state(app, words):
    """Until the cell, which is what a screen reader says of it, ends with @words."""
    app.wait_for("table cell", re.compile(CELL.pattern + ".*" + re.escape(words)))


def by_keyboard(journey):
    app = journey.open_demo()
    app.key("alt+2")
    app.tab_to("table cell", FIRST)
    app.key("Down", "Down", "Down")
    app.wait_focus("table cell", CELL)
    wait_state(app, "81% used, runs out Nov 26")
    app.type("1400")
    app.key("Return")
    wait_state(app, "Over by $57.64")
    assert budget_of(journey, "Content") == "1400"


def back_and_forth(journey):
    app = journey.open_demo()
    app.key("alt+2")
    app.click(app.wait_for("table cell", CELL))
    app.wait_focus("table cell", CELL)
    app.type("1400")
    app.key("Return")
    wait_state(app, "Over by $57.64")
    app.key("ctrl+z")
    app.wait_for("label", re.compile("^Undone: Budget of Content"))
    wait_state(app, "81% used, runs out Nov 26")
    app.key("ctrl+shift+z")
    app.wait_for("label", re.compile("^Redone: Budget of Content"))
    wait_state(app, "Over by $57.64")


def not_an_amount(journey):
    """What is no amount is said, and nothing is changed."""
    app = journey.open_demo()
    app.key("alt+2")
    app.click(app.wait_for("table cell", FIRST))
    app.key("Return")
    app.type("12x", clear=True)
    app.key("Return")
    app.wait_for("label", re.compile("12x"))
    app.key("Escape")
    assert budget_of(journey, "Support chat") == "9000"


run(by_keyboard, back_and_forth, not_an_amount)
