#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation is whole: nothing untranslated, nothing fuzzy, every format fits.

`check-po.py TOP` checks the files of po/; what the source says by now and they do not know
yet is counted, and is no fault before a release. `check-po.py TOP --write` takes the words
out of the source again, merges them in, and prints what is left to translate.
Without gettext's programs the test is skipped.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
PROGRAMS = ("xgettext", "msgmerge", "msgfmt", "msgattrib", "msgcmp")

# What xgettext is told by i18n.gettext(preset: 'glib') of Meson.
GLIB = """
    --from-code=UTF-8 --add-comments
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format
    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format
    --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format
    --flag=g_markup_printf_escaped:1:c-format --flag=g_log:3:c-format
    --flag=g_print:1:c-format --flag=g_printerr:1:c-format --flag=g_printf:1:c-format
    --flag=g_fprintf:2:c-format --flag=g_sprintf:2:c-format --flag=g_snprintf:3:c-format
""".split()


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)


def languages(top):
    lines = (top / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def extract(top, pot):
    """Writes the words of the source to @pot; returns what xgettext cannot take out whole."""
    done = run(
        "xgettext", *GLIB, "--package-name=Outlay", "--files-from=po/POTFILES.in",
        "--directory=.", f"--output={pot}", cwd=top)
    if done.returncode:
        sys.exit(done.stderr)
    # "%" G_GINT64_FORMAT is no literal: the rest of the sentence is lost. PRId64 is known.
    return re.findall(r"^(\S+:\d+): warning: .*middle of a directive", done.stderr, re.M)


def check(path):
    """Yields what is wrong with one translation."""
    done = run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", path)
    if done.returncode:
        yield done.stderr.strip()
    elif counts := re.search(r"\d+ (fuzzy|untranslated)", done.stderr):
        yield f"{path}: {done.stderr.strip()} ({counts[1]})"


def behind(path, pot):
    """How many messages of @pot the translation lacks."""
    return len(re.findall(r"this message is (?:used but not defined|untranslated)",
                          run("msgcmp", path, pot).stderr))


def merge(path, pot):
    """Merges @pot into a translation; returns what is left to translate, as PO text."""
    done = run("msgmerge", "--quiet", "--update", "--backup=none", "--no-fuzzy-matching", path, pot)
    if done.returncode:
        sys.exit(done.stderr)
    return run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", path).stdout


def main():
    top = pathlib.Path(sys.argv[1])
    if lacking := [name for name in PROGRAMS if shutil.which(name) is None]:
        print("not here:", ", ".join(lacking))
        return SKIP
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "outlay.pot"
        for place in extract(top, pot):
            print(f"{place}: a sentence that is cut off at a number; use PRId64 instead")
        for name in languages(top):
            path = top / "po" / f"{name}.po"
            if "--write" in sys.argv[2:]:
                print(merge(path, pot), end="")
            elif count := behind(path, pot):
                print(f"{path}: {count} messages of the source are not in it. Run: tools/update-po")
            faults += check(path)
    print("\n".join(faults) or f"{', '.join(languages(top))}: whole")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
