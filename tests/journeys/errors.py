#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong is said: what, why, how things stand, and a way out."""

import hashlib
import re
import sqlite3

from journey import run


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def garbage(journey):
    """A file that is no export."""
    app = journey.open(journey.write("invoice-nov.csv", "when,what\nyesterday,something\n"))
    app.wait_for("label", re.compile("“invoice-nov.csv” is not a billing export that Outlay knows"))
    assert '"imports":\t[]' in journey.cli("--json", "imports")


def no_file(journey):
    app = journey.open(journey.folder / "nowhere.csv")
    app.wait_for("label", re.compile("Could not read “nowhere.csv”"))


def newer(journey):
    """A store of a newer Outlay stays as it is."""
    from ui import BUTTON

    journey.cli("demo")
    with sqlite3.connect(journey.store) as store:
        store.execute("PRAGMA user_version = 99")
    store.close()
    before = digest(journey.store)
    app = journey.open()
    app.wait_for("label", re.compile("newer Outlay"))
    app.wait_for(BUTTON, "Choose Another…")
    app.wait_for(BUTTON, "Close")
    journey.quit()
    assert digest(journey.store) == before


def foreign(journey):
    """Another program's database, and what is no database at all."""
    with sqlite3.connect(journey.store) as store:
        store.execute("CREATE TABLE song (title TEXT)")
    store.close()
    before = digest(journey.store)
    app = journey.open()
    app.wait_for("label", re.compile("The file is another program’s database|another program"))
    journey.quit()
    assert digest(journey.store) == before

    journey.store.write_text("Dear diary, today I spent too much.\n" * 99, encoding="utf-8")
    before = digest(journey.store)
    app = journey.open()
    app.wait_for("label", re.compile("not an Outlay store|no Outlay store|not a store"))
    journey.quit()
    assert digest(journey.store) == before


def read_only(journey):
    """One can look, and an edit is refused. (As root nothing is read-only.)"""
    import os

    if os.geteuid() == 0:
        return
    journey.cli("demo")
    journey.store.chmod(0o400)
    app = journey.open()
    app.wait_for("label", re.compile("The file is read-only"))
    app.wait_for("label", "Features by risk")


run(garbage, no_file, newer, foreign, read_only)
