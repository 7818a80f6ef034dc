# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys through the window have in common.

A journey is a script of this folder with a few functions, each of which gets a Journey: a
folder and a store of its own, outlay-cli on that store, and the window. `run (…)` finds a
desktop for them, prints TAP, and leaves a picture of what failed. What the program writes to
standard error is part of the result: a warning fails the journey in which it came.

    SCRIPT OUTLAY OUTLAY_CLI [FUNCTION…]
"""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
HARNESS = TOP / "tests" / "harness"
SAMPLE = TOP / "data" / "sample"
DAY = "2026-11-20"  # the last one of the sample company
APP_ID = "io.github.outlay.Outlay"
PROGRAMS = (
    "Xvfb", "dbus-run-session", "gdbus", "openbox", "xprop", "xdotool", "import", "localedef", "msgfmt")
FAULT = re.compile(r"CRITICAL|WARNING|ERROR|runtime error|Assertion|Sanitizer")
# Of the desktop, not of the program: there is no session manager and no settings daemon.
HARMLESS = re.compile(r"dbind-WARNING|Unable to acquire the address of the accessibility bus")

sys.path.insert(0, str(HARNESS))


def find_lacking():
    """What is not on this machine, "" if nothing."""
    lacking = [name for name in PROGRAMS if shutil.which(name) is None]
    if importlib.util.find_spec("gi") is None:
        lacking.append("python3-gi")
    else:
        try:
            import gi

            gi.require_version("Atspi", "2.0")
        except ValueError:
            lacking.append("gir1.2-atspi-2.0")
    return ", ".join(lacking)


class Journey:
    """One way through the window."""

    def __init__(self, outlay, cli, folder):
        self.outlay = outlay
        self.cli_program = cli
        self.folder = pathlib.Path(folder)
        self.store = self.folder / "outlay.db"
        self.app = None
        self.logs = []

    def cli(self, *words, status=0):
        """Runs outlay-cli on the store, and returns what it prints."""
        command = [self.cli_program, "--store", self.store, "--as-of", DAY, *words]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        assert done.returncode == status, f"{words}: {done.returncode}: {done.stderr}"
        return done.stdout

    def write(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def open(self, *files, env=None, options=None):
        """Opens the window on the store, or as @options say, and waits for it."""
        from ui import App

        if options is None:
            options = ["--store", self.store, "--as-of", DAY]
        log = self.folder / f"outlay-{len(self.logs)}.log"
        self.logs.append(log)
        self.app = App([self.outlay, *options, *files], APP_ID, log, env)
        return self.app

    def open_demo(self, **options):
        """Opens the window on the sample company, and waits for its figures."""
        self.cli("demo")
        app = self.open(**options)
        app.wait_for("label", "Larkmoor")
        return app

    def go(self, place):
        """To a place, as a script would over D-Bus."""
        from ui import GLib

        self.app.action("win.page", GLib.Variant("s", place))

    def speak(self, locale):
        """The environment in which the program speaks a language: neither it nor the locale needs
        to be installed. Where Outlay has no words of the language, GTK has: and its direction."""
        locales = self.folder / "locales"
        locales.mkdir(exist_ok=True)
        subprocess.run(
            ["localedef", "-i", locale, "-f", "UTF-8", locales / f"{locale}.UTF-8"],
            check=True, capture_output=True)
        language = locale.split("_")[0]
        words = pathlib.Path(os.environ["JOURNEY_LOCALE_DIR"])
        if not (words / language).exists():
            words = self.folder / "words"
            self.write_catalogue(words / language / "LC_MESSAGES")
        return {
            "LOCPATH": str(locales),
            "LC_ALL": f"{locale}.UTF-8",
            "LANGUAGE": language,
            "LD_PRELOAD": os.environ["JOURNEY_LOCALE_MODULE"],
            "JOURNEY_LOCALE_DIR": str(words),
        }

    def write_catalogue(self, folder):
        """One without a word. GLib translates for libraries only where the program has a catalogue."""
        folder.mkdir(parents=True)
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        subprocess.run(
            ["msgfmt", "-o", folder / "outlay.mo", "-"], input=head, text=True, check=True)

    def quit(self):
        """Ends the program, and looks at how it went."""
        if self.app is not None:
            status = self.app.quit()
            self.app = None
            assert status == 0, f"the program ended with {status}"
        self.check_logs()

    def check_logs(self):
        for log in self.logs:
            faults = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
                      if FAULT.search(line) and not HARMLESS.search(line)]
            assert not faults, "the program complains:\n" + "\n".join(faults)


def travel(journey, func):
    """Runs one function; returns whether all was well."""
    try:
        func(journey)
        journey.quit()
        return True
    except Exception:  # whatever it was, the next one runs
        traceback.print_exc()
        for log in journey.logs:
            print("#", log.read_text(encoding="utf-8", errors="replace").replace("\n", "\n# "), file=sys.stderr)
        leave_picture(func.__name__)
        return False
    finally:
        if journey.app is not None:
            journey.app.close()


def leave_picture(name):
    folder = pathlib.Path(os.environ.get("JOURNEY_PICTURES", "."))
    path = folder / f"{pathlib.Path(sys.argv[0]).stem}-{name}.png"
    try:
        subprocess.run([HARNESS / "shot", path, "root"], check=True, timeout=60)
        print("# what it looked like:", path.resolve(), file=sys.stderr)
    except (OSError, subprocess.SubprocessError) as fault:
        print("# no picture:", fault, file=sys.stderr)


def run(*funcs):
    """Runs the functions, or those that the command line names."""
    if lacking := find_lacking():
        print(f"1..0 # SKIP not installed: {lacking}")
        return
    if "JOURNEY_DESKTOP" not in os.environ:
        os.environ["JOURNEY_DESKTOP"] = "1"
        command = [str(HARNESS / "with-display"), "-s", "2600x1800", sys.executable, *sys.argv]
        sys.stdout.flush()
        os.execv(command[0], command)

    outlay, cli, *names = sys.argv[1:]
    chosen = [func for func in funcs if not names or func.__name__ in names]
    failed = 0
    print(f"1..{len(chosen)}", flush=True)
    for number, func in enumerate(chosen, 1):
        with tempfile.TemporaryDirectory(prefix="journey-") as folder:
            well = travel(Journey(outlay, cli, folder), func)
        failed += not well
        print(f"{'ok' if well else 'not ok'} {number} - {func.__name__.replace('_', ' ')}", flush=True)
    sys.exit(bool(failed))
