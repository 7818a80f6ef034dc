#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first time: nothing is there yet, and the window says what to do."""

import json
import re

from journey import run


def invites(journey):
    from ui import BUTTON

    app = journey.open()
    app.wait_for("label", "See what your AI features cost")
    app.wait_for(BUTTON, "Import…")
    app.wait_for(BUTTON, "Try with Sample Data")
    assert not app.find_all("label", "Features by risk")


def tries_the_sample(journey):
    from ui import BUTTON

    app = journey.open()
    app.click(app.wait_for(BUTTON, "Try with Sample Data"))
    app.wait_frames(2)
    app.wait_for("label", "Features by risk", root=app.frames()[1])
    app.wait_for("label", re.compile("sample company"), root=app.frames()[1])
    app.wait_for("label", "See what your AI features cost", root=app.frames()[0])
    assert json.loads(journey.cli("--json", "feature", "list"))["features"] == []


def stays_the_same_without_data(journey):
    """Places that need data invite as well; imports are a place from the start."""
    app = journey.open()
    app.wait_for("label", "See what your AI features cost")
    for place in ("budgets", "use-cases"):
        journey.go(place)
        app.wait_for("label", "See what your AI features cost")
    journey.go("imports")
    app.wait_for("label", "Drop billing exports here")


run(invites, tries_the_sample, stays_the_same_without_data)
