#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a use case is worth is typed in, and its return on investment follows."""

import json
import re

from journey import run


def open_search(journey):
    from ui import GLib

    app = journey.open_demo()
    app.action("win.open", GLib.Variant("(ss)", ("use-cases", "Search")))
    app.wait_for("label", "Value not estimated")
    return app


def choose_method(app, method):
    app.click(app.wait_for("combo box", "Method"))
    app.click(app.wait_for("list item", method))


def typed(journey):
    from ui import ENTRY

    app = open_search(journey)
    choose_method(app, "fixed amount")
    for name, amount in (("Low", "3000"), ("Likely", "5200"), ("High", "7500")):
        app.type(amount, into=app.wait_for(ENTRY, f"Amount a month: {name}"), clear=True)
    app.key("Return")
    app.wait_gone("label", "Value not estimated")
    app.wait_for("label", re.compile("Worth it|Uncertain"))

    cases = json.loads(journey.cli("--json", "roi", "--month", "2026-11"))["use_cases"]
    search = next(case for case in cases if case["name"] == "Search")
    assert search["value"].startswith("3466.6"), search  # 20 of 30 days of 5,200


def thrown_away(journey):
    from ui import BUTTON

    app = open_search(journey)
    choose_method(app, "labour saved")
    app.click(app.wait_for(BUTTON, "Discard"))
    app.wait_gone(BUTTON, "Discard")
    app.wait_for("label", "Value not estimated")


run(typed, thrown_away)
