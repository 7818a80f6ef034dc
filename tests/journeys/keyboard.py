#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard comes to everything that the mouse can use."""

import re

from journey import run


def tour(app, most=80):
    """Tab until nothing new has the keyboard; returns the roles and names that had it."""
    from ui import name_of, poll

    seen, now = [], None
    for _ in range(most):
        app.key("Tab")
        now = poll("the focus moves", lambda last=now: app.focused_besides(last))
        stop = (now.get_role_name(), name_of(now))
        if seen and stop == seen[0]:
            break
        seen.append(stop)
    return seen


def names(stops):
    return {name for _, name in stops}


def around_the_overview(journey):
    app = journey.open_demo()
    seen = tour(app)
    for wanted in ("Budgets", "Previous Month", "Main Menu", "Chart Menu"):
        assert wanted in names(seen), f"Tab does not come to {wanted}: {seen}"
    assert any(name.startswith("Summaries: Over") for name in names(seen)), seen


def around_imports(journey):
    app = journey.open_demo()
    app.key("alt+4")
    app.wait_for("filler", "Imports")
    seen = tour(app)
    for wanted in ("Choose Files…", "Search files"):
        assert wanted in names(seen), f"Tab does not come to {wanted}: {seen}"


def through_the_sidebar(journey):
    """Down and Return go to a place, as a click does."""
    app = journey.open_demo()
    app.tab_to("list item", re.compile("^Overview"))
    app.key("Down", "Return")
    app.wait_for("label", re.compile("^Monthly budget"))


def the_menu(journey):
    """F10 opens it, up from its first row is its last one."""
    from ui import poll, states

    app = journey.open_demo()
    menu = app.wait_for("push button", "Main Menu")
    app.key("F10")
    poll("the menu is open", lambda: "expanded" in states(menu))
    app.key("Up", "Return")
    app.wait_dialog(re.compile("About"))
    app.key("Escape")
    app.wait_frames(1)


def a_chart_as_a_table(journey):
    """A chart can be walked through, and turned into a table."""
    app = journey.open_demo()
    app.tab_to("image", re.compile("^Spend in November"))
    app.key("Right", "Right", "t")
    app.wait_for("tree table")


run(around_the_overview, around_imports, through_the_sidebar, the_menu, a_chart_as_a_table)
