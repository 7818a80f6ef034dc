#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place in every form: it comes up, says where one is, and nothing complains."""

import subprocess

from journey import run

PLACES = ("overview", "budgets", "use-cases", "imports")
TITLES = {
    "de": ("Übersicht", "Budgets", "Anwendungsfälle", "Importe"),
    "": ("Overview", "Budgets", "Use Cases", "Imports"),
}


def look(journey, titles, size=None, env=None):
    """Goes to every place, looks at its title, and at a picture of it: it is not all one colour."""
    app = journey.open_demo(env=env)
    if size is not None:
        app.resize(*size)
    for place, title in zip(PLACES, titles):
        journey.go(place)
        app.wait_for("label", title)
        picture = journey.folder / f"{place}.png"
        app.shot(picture)
        colours = subprocess.run(["identify", "-format", "%k", picture], check=True, capture_output=True, text=True)
        assert int(colours.stdout) > 50, f"{place}: a picture of {colours.stdout} colours"
    return app


def light(journey):
    look(journey, TITLES[""])


def dark(journey):
    look(journey, TITLES[""], env={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})


def high_contrast(journey):
    look(journey, TITLES[""], env={"ADW_DEBUG_HIGH_CONTRAST": "1"})


def narrow(journey):
    look(journey, TITLES[""], size=(360, 720))


def twice_as_fine(journey):
    look(journey, TITLES[""], env={"GDK_SCALE": "2"})


def german(journey):
    look(journey, TITLES["de"], env=journey.speak("de_DE"))


def right_to_left(journey):
    from ui import extents

    app = look(journey, TITLES[""], env=journey.speak("he_IL"))
    places = extents(app.wait_for("list", "Places"))
    assert places[0] > 600, f"the sidebar is on the left, at {places}"


def right_to_left_and_narrow(journey):
    look(journey, TITLES[""], size=(360, 720), env=journey.speak("he_IL"))


run(light, dark, high_contrast, narrow, twice_as_fine, german, right_to_left, right_to_left_and_narrow)
