#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for the user stands in po/POTFILES.in, and no other.

`check-potfiles.py TOP` checks; `check-potfiles.py TOP --write` writes the list.
"""

import pathlib
import re
import sys

CALL = re.compile(r"\b(?:N?C?_|g_dngettext|ngettext|g_dpgettext2?)\s*\(")
MARK = re.compile(r'translatable="(?:yes|true)"|<(?:summary|description)>')
HEAD = "# Files with words for the user, sorted. tests/house/check-potfiles.py . --write\n"


def has_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".c":
        return bool(CALL.search(re.sub(r"/\*.*?\*/", "", text, flags=re.S)))
    if path.name.endswith((".desktop.in", ".metainfo.xml.in")):
        return True
    return bool(MARK.search(text))


def files_with_words(top):
    patterns = ("src/**/*.c", "src/**/*.ui", "data/*.desktop.in", "data/*.metainfo.xml.in", "data/*.gschema.xml")
    found = (path for pattern in patterns for path in top.glob(pattern))
    return sorted(path.relative_to(top).as_posix() for path in found if has_words(path))


def main():
    top = pathlib.Path(sys.argv[1])
    potfiles = top / "po" / "POTFILES.in"
    wanted = files_with_words(top)
    if "--write" in sys.argv[2:]:
        potfiles.write_text(HEAD + "".join(f"{name}\n" for name in wanted), encoding="utf-8")
        return 0
    lines = potfiles.read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    faults = [f"not listed: {name}" for name in wanted if name not in listed]
    faults += [f"listed, but has no words for the user: {name}" for name in listed if name not in wanted]
    if listed != sorted(set(listed)):
        faults.append("the list is not sorted")
    print("\n".join(faults) or f"{len(listed)} files are listed")
    if faults:
        print("Run: tests/house/check-potfiles.py . --write")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
