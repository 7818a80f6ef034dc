#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever can be used has a name that a screen reader can say."""

from journey import run

# What only holds others, or is named by what is around it: a list is, a scroller is not.
NAMELESS = {"scroll pane", "filler", "panel", "frame", "application"}
# In GTK 4.8 the inside of a column view and of a drop-down is a list without a name.
UNKNOWN = {"list"}


def describe(node):
    """Where it is: itself, and what it is inside of."""
    path = []
    while node is not None and node.get_role_name() != "application":
        path.append(f"{node.get_role_name()} “{node.get_name() or ''}”")
        node = node.get_parent()
    return " in ".join(path[:8])


def find_nameless(app):
    """What is shown, can have the keyboard, and has no name."""
    from ui import has_area, name_of, states, walk

    found = []
    for frame in app.frames():
        for node in walk(frame, frame):
            role = node.get_role_name()
            if role in NAMELESS | UNKNOWN or "focusable" not in states(node) or not has_area(node):
                continue
            if not name_of(node).strip():
                found.append(describe(node))
    return found


def check(app, where):
    nameless = find_nameless(app)
    assert not nameless, f"{where}: without a name:\n  " + "\n  ".join(nameless)


def of_places(journey):
    app = journey.open_demo()
    for number, place in enumerate(("Overview", "Budgets", "Use Cases", "Imports"), 1):
        app.key(f"alt+{number}")
        app.wait_for("filler", place)
        check(app, place)


def of_narrow_places(journey):
    app = journey.open_demo()
    app.resize(360, 720)
    for number, place in enumerate(("Overview", "Budgets", "Use Cases", "Imports"), 1):
        app.key(f"alt+{number}")
        app.wait_for("filler", place)
        check(app, place)


def of_a_use_case(journey):
    from ui import GLib

    app = journey.open_demo()
    app.action("win.open", GLib.Variant("(ss)", ("use-cases", "Support chat")))
    app.wait_for("label", "Support chat")
    check(app, "a use case")


def of_first_run(journey):
    app = journey.open()
    app.wait_for("label", "See what your AI features cost")
    check(app, "first run")


def of_windows(journey):
    """Of the windows beside the first one."""
    app = journey.open_demo()
    for action in ("win.features", "win.preferences", "win.shortcuts", "win.about"):
        app.action(action)
        app.wait_dialog()
        check(app, action)
        app.key("Escape" if action != "win.features" else "ctrl+w")
        app.wait_frames(1)


run(of_places, of_narrow_places, of_a_use_case, of_first_run, of_windows)
