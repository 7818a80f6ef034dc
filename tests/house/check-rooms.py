#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the source against the plan of the house (ARCHITECTURE.md).

Reads every include, every room's list of dependencies and the first lines of every
source file, and looks for what a compiler on this machine cannot see: names that newer
releases deprecate, clocks and prints in rooms that must not have them, floating point
that would hold money. Run by `meson test --suite house`.
"""

import pathlib
import re
import sys

C = r"(assert|errno|float|inttypes|limits|math|stdarg|stdbool|stddef|stdint|string)\.h"
GLIB = r"glib(-object)?\.h|glib/(?!gi18n-lib)[a-z0-9-]+\.h|gio/g[a-z]+\.h"
FILES = r"fcntl\.h|unistd\.h|sys/(file|stat|statvfs|types)\.h"
CAIRO = r"cairo(-pdf|-svg)?\.h|pango/pango[a-z-]*\.h"
CJSON = r"cjson/cJSON\.h"
FACE = r"locale\.h|signal\.h|stdio\.h|stdlib\.h"

BASE_DEPS = {"glib_dep", "gobject_dep", "gio_dep", "gio_unix_dep", "m_dep"}

# room: (rooms it may include, outside headers, outside dependencies in its meson.build)
PLAN = {
    "core": ([], "", set()),
    "import": (["core"], rf"csv\.h|{CJSON}", {"libcsv_dep", "cjson_dep"}),
    "pricing": (["core"], CJSON, {"cjson_dep"}),
    "attribution": (["core"], "", set()),
    "warehouse": (["core"], r"sql(ext|types)?\.h", {"odbc_dep"}),
    "store": (["core"], rf"sqlite3\.h|{FILES}", {"sqlite_dep"}),
    "insight": (["core"], "", set()),
    "chart": (["core"], CAIRO, {"cairo_dep", "pango_dep"}),
    "wording": (["core"], r"unicode/[a-z]+\.h|locale\.h", {"icu_dep"}),
    "ingest": (
        ["core", "import", "pricing", "attribution", "warehouse", "store"],
        rf"archive(_entry)?\.h|unicode/[a-z]+\.h|{FILES}",
        {"archive_dep", "icu_dep"},
    ),
    "report": (
        ["core", "insight", "chart", "wording"],
        rf"{CAIRO}|{CJSON}|{FILES}",
        {"cairo_dep", "pango_dep", "cjson_dep"},
    ),
    "ledger": (
        ["core", "import", "pricing", "attribution", "store", "ingest", "insight"],
        FILES,
        set(),
    ),
    "cli": (
        ["core", "ledger", "insight", "report", "wording"],
        rf"{CJSON}|{FACE}|{FILES}",
        {"cjson_dep"},
    ),
    "ui": (
        ["core", "ledger", "insight", "chart", "report", "wording"],
        rf"gtk/gtk\.h|adwaita\.h|{CAIRO}|{FACE}|{FILES}",
        {"gtk_dep", "adw_dep", "cairo_dep", "pango_dep"},
    ),
}

# Libraries that one file of a room keeps to itself.
ONE_FILE = [
    (r"csv\.h", "import", {"csv-table.c"}),
    (r"cjson/.*", "import", {"json-objects.c"}),
    (r"unicode/.*", "ingest", {"decode.c"}),
    (r"archive(_entry)?\.h", "ingest", {"decode.c"}),
]

QUIET = set(PLAN) - {"ledger", "cli", "ui"}
PRINTS = r"\b(g_print|g_printerr|printf|fprintf|puts|g_debug|g_info|g_message|g_warning)\s*\("
CLOCKS = r"\b(g_get_real_time|g_date_time_new_now\w*|time|clock_gettime|g_file_\w+|fopen)\s*\("

EXACT = {"store", "ingest", "import", "pricing", "attribution"}
FLOAT = re.compile(r"\b(?:g?double|g?float)\s+\**\s*(\w*(?:amount|cost|price|money|budget)\w*)")

# Deprecated between our floor and the newest GTK and libadwaita. As types; functions follow.
OLD_TYPES = """
    GtkDialog GtkMessageDialog GtkAssistant GtkTreeView GtkTreeStore GtkListStore GtkTreeModel
    GtkCellRenderer GtkCellView GtkComboBox GtkEntryCompletion GtkIconView GtkInfoBar GtkStatusbar
    GtkColorButton GtkFontButton GtkColorChooser GtkFontChooser GtkFileChooser GtkAppChooser
    GtkStyleContext GtkLockButton GtkVolumeButton GtkShortcutsWindow GtkShortcutsSection
    GtkShortcutsGroup GtkShortcutsShortcut GtkShortcutLabel GtkCalendar
    AdwLeaflet AdwFlap AdwSqueezer AdwViewSwitcherTitle AdwMessageDialog AdwAboutWindow
    AdwPreferencesWindow AdwEnumListModel
""".split()
OLD_NAMES = """
    gtk_widget_get_style_context gtk_render_ gtk_snapshot_render_ gtk_widget_show\\b
    gtk_widget_hide\\b gtk_show_uri gtk_widget_get_allocated_ gtk_widget_get_allocation
    gtk_widget_translate_coordinates gtk_css_provider_load_from_data
    gtk_image_(new|set)_from_pixbuf gtk_picture_(new_for|set)_pixbuf gtk_window_present_with_time
    gtk_picture_[gs]et_keep_aspect_ratio gtk_widget_set_font_options gtk_application_window_set_help_overlay
    gdk_texture_new_for_pixbuf gdk_cairo_set_source_pixbuf GTK_RESPONSE_ GTK_DIALOG_
    gtk-application-prefer-dark-theme register-session adw_action_row_set_icon_name
    adw_expander_row_(add_action|set_icon_name)
""".split()
MAY_FORK = {"ui/compat.c"}  # the one place that chooses between old and new by version


def snake(name):
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() + "_"


OLD = re.compile(
    r"\b(?:"
    + "|".join([rf"{name}\w*" for name in OLD_TYPES] + [snake(name) for name in OLD_TYPES] + OLD_NAMES)
    + ")"
)


def check_include(room, path, line):
    """Yields what is wrong with one include line."""
    rooms, outside, _ = PLAN[room]
    quoted = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
    angled = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
    if quoted:
        other = quoted[1].split("/")[0] if "/" in quoted[1] else None
        if other is None and not quoted[1].endswith("-resources.h"):  # generated
            yield f'name the room: "{room}/{quoted[1]}"'
        elif other is not None and other != room and other not in rooms:
            yield f"{room}/ may not include {other}/"
    if angled:
        allowed = "|".join(part for part in (C, GLIB, outside) if part)
        if not re.fullmatch(allowed, angled[1]):
            yield f"{room}/ may not include <{angled[1]}>"
        for header, where, files in ONE_FILE:
            if room == where and re.fullmatch(header, angled[1]) and path.name not in files:
                yield f"in {room}/ only {', '.join(sorted(files))} may include <{angled[1]}>"


def check_code(room, name, line):
    """Yields what is wrong with one line of code, comments and strings aside."""
    if room in QUIET and (found := re.search(PRINTS, line)):
        yield f"{room}/ does not log or print: {found[1]}"
    if room == "insight" and (found := re.search(CLOCKS, line)):
        yield f"insight/ has no clock and no files: {found[1]}"
    if room in EXACT:
        for found in FLOAT.finditer(line):
            if not found[1].endswith("_estimate"):
                yield f"money is a count of nano-units, not a floating point {found[1]}"
    if name not in MAY_FORK and (found := OLD.search(line)):
        yield f"deprecated in newer GTK or libadwaita: {found[0]}"


def check_head(path, lines):
    """Yields what is wrong with the first lines of a C file."""
    caption = r"/\* " + re.escape(path.name) + (r" – .+" if path.suffix == ".h" else r"( – .+)?")
    if not lines or not re.fullmatch(caption + r"( \*/)?", lines[0]):
        yield f"the first line is not '/* {path.name} – caption'"
    if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:4]):
        yield "no SPDX line in the first four"
    if len(lines) > 500:
        yield f"{len(lines)} lines, more than 500: carve"
    if re.fullmatch(r"(.*-)?utils?", path.stem):
        yield "name it for what it does"


def code_of(text):
    """The text with comments and strings blanked, line breaks kept."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"'
    return re.sub(pattern, lambda found: re.sub(r"[^\n]", " ", found[0]), text, flags=re.S)


def check_source(path, room, name):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for fault in check_head(path, lines):
        yield f"{path}:1: {fault}"
    for number, (line, code) in enumerate(zip(lines, code_of(text).splitlines()), 1):
        faults = list(check_include(room, path, line)) + list(check_code(room, name, code))
        for fault in faults:
            yield f"{path}:{number}: {fault}"


def check_template(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := OLD.search(line):
            yield f"{path}:{number}: deprecated in newer GTK or libadwaita: {found[0]}"


def check_dependencies(path, room):
    """A room's library is built against what the plan says, so a stray call does not link."""
    rooms, _, outside = PLAN[room]
    allowed = BASE_DEPS | outside | {f"{other}_dep" for other in [*rooms, room]}
    # Whole words that end in _dep, outside of comments.
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for name in re.findall(r"\b(\w+_dep)\b", line.split("#")[0]):
            if name not in allowed:
                yield f"{path}:{number}: {room}/ may not be built against {name}"


def check_test(path, room):
    """A test names its room and what that room may name; its head is like any other."""
    rooms = [*PLAN[room][0], room]
    lines = path.read_text(encoding="utf-8").splitlines()
    for fault in check_head(path, lines):
        if "carve" not in fault:
            yield f"{path}:1: {fault}"
    for number, line in enumerate(lines, 1):
        quoted = re.match(r'\s*#\s*include\s+"([^"/]+)/', line)
        if quoted and quoted[1] in PLAN and quoted[1] not in rooms:
            yield f"{path}:{number}: a test of {room}/ may not include {quoted[1]}/"


def check_script(path):
    head = path.read_text(encoding="utf-8").splitlines()[:4]
    if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head):
        yield f"{path}:1: no SPDX line in the first four"


def walk(top):
    src, tests = top / "src", top / "tests"
    for path in sorted(src.rglob("*")):
        parts = path.relative_to(src).parts
        if path.is_dir():
            if len(parts) == 1 and parts[0] not in PLAN:
                yield f"{path}: no such room in the plan"
            continue
        if parts[0] not in PLAN:
            continue
        if path.suffix in (".c", ".h"):
            yield from check_source(path, parts[0], "/".join(parts))
        elif path.suffix == ".ui":
            yield from check_template(path)
        elif path.name == "meson.build":
            yield from check_dependencies(path, parts[0])
    for path in sorted(tests.rglob("*.[ch]")):
        room = path.relative_to(tests).parts[0]
        if room in PLAN:
            yield from check_test(path, room)
    scripts = [*(top / "tools").glob("*"), *(top / ".ci").glob("*"), *tests.rglob("*.py")]
    for path in sorted(path for path in scripts if path.is_file()):
        yield from check_script(path)


def main():
    faults = list(walk(pathlib.Path(sys.argv[1])))
    print("\n".join(faults) or "every include runs down")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
