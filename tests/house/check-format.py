#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the layout of every C file against .clang-format, with the version that made it.

Other major versions lay a few lines out differently, so with them the test is skipped.
"""

import pathlib
import re
import shutil
import subprocess
import sys

MAJOR = 14
SKIP = 77


def find_formatter():
    """The path of clang-format, if its major version is ours."""
    for name in (f"clang-format-{MAJOR}", "clang-format"):
        path = shutil.which(name)
        if path is None:
            continue
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
        version = re.search(r"version (\d+)\.", said)
        if version and int(version[1]) == MAJOR:
            return path
    return None


def main():
    top = pathlib.Path(sys.argv[1])
    formatter = find_formatter()
    if formatter is None:
        print(f"clang-format {MAJOR} is not here")
        return SKIP
    files = sorted(str(path) for folder in ("src", "tests") for path in (top / folder).rglob("*.[ch]"))
    done = subprocess.run([formatter, "--dry-run", "-Werror", *files], capture_output=True, text=True)
    print(done.stderr[:8000] or f"{len(files)} files are laid out as .clang-format says")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
