#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a month is saved where the user says, and is text that can be read back."""

import re
import shutil
import subprocess

from journey import run


def save(journey, name):
    from ui import BUTTON, ENTRY, poll

    app = journey.app
    path = journey.folder / name
    app.key("ctrl+e")
    chooser = app.wait_dialog("Export Report")
    app.wait_for(BUTTON, "Save", root=chooser)
    app.type(str(path), into=app.wait_for(ENTRY, root=chooser), clear=True)
    app.key("Return")
    app.wait_for("label", "Report saved")
    poll(f"{name} is there", path.exists)
    return path


def as_pdf(journey):
    app = journey.open_demo()
    app.wait_for("label", "Features by risk")
    path = save(journey, "november.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        words = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
        for wanted in ("Larkmoor", "November 2026", "Support chat", "$23,000"):
            assert wanted in words.stdout, f"{wanted} is not in the report"


def as_csv(journey):
    app = journey.open_demo()
    app.wait_for("label", "Features by risk")
    assert re.search(r"Support chat", save(journey, "november.csv").read_text(encoding="utf-8"))


def nowhere(journey):
    """A name without a known ending is refused, and says which there are."""
    from ui import BUTTON, ENTRY

    app = journey.open_demo()
    app.wait_for("label", "Features by risk")
    app.key("ctrl+e")
    chooser = app.wait_dialog("Export Report")
    app.wait_for(BUTTON, "Save", root=chooser)
    app.type(str(journey.folder / "november.doc"), into=app.wait_for(ENTRY, root=chooser), clear=True)
    app.key("Return")
    app.wait_for("label", "The report could not be saved")


run(as_pdf, as_csv, nowhere)
