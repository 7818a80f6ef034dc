#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting about: by key, by mouse, by script, by month; and what happens outside the window."""

import subprocess

from journey import APP_ID, run

PLACES = ("Overview", "Budgets", "Use Cases", "Imports")
PATH = "/" + APP_ID.replace(".", "/")


def by_key(journey):
    app = journey.open_demo()
    for number, place in enumerate(PLACES, 1):
        app.key(f"alt+{number}")
        app.wait_for("filler", place)


def by_mouse(journey):
    app = journey.open_demo()
    for place in reversed(PLACES):
        app.click(app.wait_for("list item", place))
        app.wait_for("filler", place)


def by_a_script(journey):
    """The way gdbus goes is open to everyone."""
    app = journey.open_demo()
    for action, parameter, title in (
            ("page", "['budgets']", "Budgets"),
            ("open", "[<('use-cases', 'Content')>]", "Content"),
            ("page", "['overview']", "Overview")):
        parameter = parameter.replace("['", "[<'").replace("']", "'>]")
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", APP_ID, "--object-path", f"{PATH}/window/1",
             "--method", "org.gtk.Actions.Activate", action, parameter, "{}"],
            check=True, capture_output=True)
        app.wait_for("label", title)


def by_month(journey):
    app = journey.open_demo()
    app.wait_for("label", "Spent in November")
    app.key("ctrl+Page_Up")
    app.wait_for("label", "Spent in October")
    app.key("ctrl+Page_Down")
    app.wait_for("label", "Spent in November")


def follows_the_store(journey):
    """What another program writes is seen without a restart."""
    app = journey.open_demo()
    app.wait_for("label", "of $23,000.00 budget · 77% used")
    journey.cli("budget", "set", "Search", "2026-11", "4600")
    app.wait_for("label", "of $24,000.00 budget · 74% used")


run(by_key, by_mouse, by_a_script, by_month, follows_the_store)
