#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pictures of the sample company: every place in every form, or those that the README shows.

    screens.py OUTLAY OUTLAY_CLI FOLDER            every place and form
    screens.py OUTLAY OUTLAY_CLI FOLDER --readme   what stands in data/screenshots

JOURNEY_LOCALE_MODULE and JOURNEY_LOCALE_DIR, as meson.build sets them, are needed for German.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from journey import HARNESS, Journey, find_lacking

PLACES = {
    "overview": ("page", "overview"),
    "budgets": ("page", "budgets"),
    "use-cases": ("page", "use-cases"),
    "use-case": ("open", ("use-cases", "Support chat")),
    "imports": ("page", "imports"),
    "features": ("features",),
}
# Name: size of the window, environment, locale.
FORMS = {
    "light": ((1200, 800), {}, None),
    "dark": ((1200, 800), {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, None),
    "high-contrast": ((1200, 800), {"ADW_DEBUG_HIGH_CONTRAST": "1"}, None),
    "narrow": ((360, 720), {}, None),
    "narrow-dark": ((360, 720), {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, None),
    "german": ((1200, 800), {}, "de_DE"),
    "rtl": ((1200, 800), {}, "he_IL"),
    "fine": ((1200, 800), {"GDK_SCALE": "2"}, None),
}
README = [("overview", "light"), ("overview", "dark"), ("budgets", "light"), ("use-cases", "light"),
          ("use-case", "light"), ("imports", "light")]


def activate(app, words):
    from ui import GLib

    name, *values = words
    if not values:
        app.action(f"win.{name}")
        return app.wait_dialog()
    value = values[0]
    parameter = GLib.Variant("s", value) if isinstance(value, str) else GLib.Variant("(ss)", value)
    app.action(f"win.{name}", parameter)
    return None


def trim(app, path, size):
    """Takes the frame off that GTK draws around a window, and makes the file small."""
    width, height = (side * app.scale for side in size)
    _, _, outer_width, outer_height = app.geometry()
    left, upper = (outer_width - width) // 2, (outer_height - height) // 2
    subprocess.run(
        ["convert", path, "-crop", f"{width}x{height}+{left}+{upper}", "+repage", "-strip", "+dither",
         "-colors", "256", "-define", "png:compression-level=9", path], check=True)


def take(journey, form, places, folder):
    """Pictures of @places in one form; of a window beside the first one, the whole screen."""
    size, env, locale = FORMS[form]
    env = {**env, **(journey.speak(locale) if locale else {})}
    app = journey.open_demo(env=env)
    app.resize(*size)
    for place in places:
        dialog = activate(app, PLACES[place])
        path = folder / f"{place}-{form}.png"
        app.shot(path, "root" if dialog else None)
        if dialog:
            subprocess.run(["convert", path, "-trim", "+repage", "-strip", path], check=True)
            app.key("ctrl+w")
            app.wait_frames(1)
        else:
            trim(app, path, size)
        print(path)
    journey.quit()


def main():
    if lacking := find_lacking():
        sys.exit(f"not installed: {lacking}")
    if "JOURNEY_DESKTOP" not in os.environ:
        os.environ["JOURNEY_DESKTOP"] = "1"
        command = [str(HARNESS / "with-display"), "-s", "2600x1800", sys.executable, *sys.argv]
        os.execve(command[0], command, {**os.environ, "WITH_DISPLAY_TIMEOUT": "900"})

    outlay, cli, folder, *options = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = README if options == ["--readme"] else [(place, form) for form in FORMS for place in PLACES]
    for form in dict.fromkeys(form for _, form in wanted):
        with tempfile.TemporaryDirectory() as home:
            take(Journey(outlay, cli, home), form, [place for place, other in wanted if other == form], folder)


if __name__ == "__main__":
    main()
