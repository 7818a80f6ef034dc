#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files come in: by the button, from the command line, into a running window, and not at all."""

import json
import re

from journey import SAMPLE, run

COST = SAMPLE / "cost_2026-09-27_2026-11-21.csv"
USAGE = SAMPLE / "completions_usage_2026-09-27_2026-11-21.csv"
REVIEW = re.compile("^Import [^ ]+.csv$|^Import 2 Files$")
IMPORT = re.compile(r"^Import [\d,]+ Rows?$")


def batches(journey):
    return [batch["state"] for batch in json.loads(journey.cli("--json", "imports"))["imports"]]


def accept(journey):
    """Reads the review, and takes what it shows."""
    from ui import BUTTON

    app = journey.app
    review = app.wait_dialog(REVIEW)
    app.click(app.wait_for(BUTTON, IMPORT, root=review))
    app.wait_for("label", re.compile(r"^Imported [\d,]+ rows"))


def by_the_button(journey):
    from ui import BUTTON, ENTRY

    app = journey.open()
    app.click(app.wait_for(BUTTON, "Import…"))
    chooser = app.wait_dialog("Import")
    app.wait_for(BUTTON, "Open", root=chooser)
    app.type(str(COST))  # a slash opens the entry for a path
    app.wait_for(ENTRY, root=chooser)
    app.key("Return")
    accept(journey)
    assert batches(journey) == ["active"]


def from_the_command_line(journey):
    app = journey.open(COST, USAGE)
    accept(journey)
    journey.go("overview")
    app.wait_for("label", "Features by risk")
    assert batches(journey) == ["active", "active"]


def cancelled(journey):
    from ui import BUTTON

    app = journey.open(COST)
    review = app.wait_dialog(REVIEW)
    app.wait_for(BUTTON, IMPORT, root=review)
    app.click(app.wait_for(BUTTON, "Cancel", root=review))
    app.wait_frames(1)
    assert batches(journey) == []


def twice(journey):
    """The same file again changes nothing, and says so."""
    from ui import BUTTON

    journey.cli("import", COST)
    app = journey.open(COST)
    review = app.wait_dialog(REVIEW)
    app.wait_for(BUTTON, "Nothing to Import", root=review)
    app.key("Escape")
    app.wait_frames(1)
    assert batches(journey) == ["active"]


def first_of_all(journey):
    """After the first import the window asks which feature has spent what; assigned in one go."""
    from ui import BUTTON

    app = journey.open(COST)
    accept(journey)
    features = app.wait_dialog("Features and Rules")
    app.wait_for("check box", "Sandbox", root=features)
    app.click(app.wait_for(BUTTON, re.compile("^Assign.*Search"), root=features))
    app.wait_for("label", re.compile("^Assigned to"))
    app.key("ctrl+w")
    app.wait_frames(1)
    rules = json.loads(journey.cli("--json", "rule", "list"))["rules"]
    assert [rule["share"] for rule in rules] == [100], rules


def taken_back(journey):
    """The toast takes an import back, and its successor brings it again."""
    from ui import BUTTON

    journey.cli("import", USAGE)
    journey.cli("feature", "add", "Sandbox")
    journey.cli("rule", "add", "--feature", "Sandbox", "--match", "project=Sandbox")
    app = journey.open(COST)
    accept(journey)
    app.click(app.wait_for(BUTTON, "Undo"))
    app.wait_for("label", "Import undone")
    assert batches(journey) == ["active", "undone"]
    app.click(app.wait_for(BUTTON, "Redo"))
    app.wait_for("label", "Import redone")
    assert batches(journey) == ["active", "active"]


run(by_the_button, from_the_command_line, cancelled, twice, first_of_all, taken_back)
