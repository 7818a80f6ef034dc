#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every shell script parses, can be run, and stops at its first failure."""

import os
import pathlib
import subprocess
import sys


def is_shell(path):
    return path.is_file() and path.read_bytes()[:64].split(b"\n")[0].endswith((b"bash", b"/sh"))


def check(path):
    parsed = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
    if parsed.returncode:
        yield parsed.stderr.strip()
    if not os.access(path, os.X_OK):
        yield f"{path}: not executable"
    if "\nset -euo pipefail\n" not in path.read_text(encoding="utf-8"):
        yield f"{path}: no 'set -euo pipefail'"


def main():
    top = pathlib.Path(sys.argv[1])
    folders = (top / "tools", top / ".ci", top / "tests")
    scripts = sorted(path for folder in folders for path in folder.rglob("*") if is_shell(path))
    faults = [fault for path in scripts for fault in check(path)]
    print("\n".join(faults) or f"{len(scripts)} scripts parse")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
