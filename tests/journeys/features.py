#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spend that has no feature gets one, after its effect on every month was shown."""

import json
import re

from journey import run


def open_assignment(journey):
    """Chooses what the sandbox has spent, and asks to assign it."""
    from ui import BUTTON

    app = journey.open_demo()
    app.key("ctrl+shift+f")
    features = app.wait_dialog("Features and Rules")
    app.click(app.wait_for("check box", "Sandbox", root=features))
    app.click(app.wait_for(BUTTON, "Assign to Feature…", root=features))
    editor = app.wait_dialog("Assign to Feature")
    app.wait_for("label", re.compile(r"^Support chat \+\$[\d.]+, Unallocated −\$"), root=editor)
    return features, editor


def assigned(journey):
    from ui import BUTTON

    features, editor = open_assignment(journey)
    app = journey.app
    app.click(app.wait_for(BUTTON, "Assign", root=editor))
    app.wait_for("label", "Assigned to Support chat")
    app.wait_frames(2)
    assert not app.find_all("check box", "Sandbox", root=features)
    rules = json.loads(journey.cli("--json", "rule", "list"))["rules"]
    assert any("project=Sandbox" in rule["match"] for rule in rules), rules


def taken_back(journey):
    from ui import BUTTON

    features, editor = open_assignment(journey)
    app = journey.app
    app.click(app.wait_for(BUTTON, "Assign", root=editor))
    app.click(app.wait_for(BUTTON, "Undo"))
    app.wait_for("check box", "Sandbox", root=features)


def not_assigned(journey):
    from ui import BUTTON

    _, editor = open_assignment(journey)
    app = journey.app
    before = journey.cli("--json", "rule", "list")
    app.click(app.wait_for(BUTTON, "Cancel", root=editor))
    app.wait_frames(2)
    assert journey.cli("--json", "rule", "list") == before


run(assigned, taken_back, not_assigned)
