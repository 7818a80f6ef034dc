#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What README.md, ARCHITECTURE.md and HACKING.md say is so.

The tour of the README runs as it stands, files that the pages name are there, and the
table of rooms is the plan that check-rooms.py holds the source against.
"""

import importlib.util
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

OUTLAY = pathlib.Path(sys.argv.pop()).resolve()
TOP = pathlib.Path(sys.argv.pop()).resolve()
PAGES = ("README.md", "ARCHITECTURE.md", "HACKING.md")
FOLDERS = ("src", "data", "tests", "tools", "po", "flatpak", ".ci")


def text_of(page):
    return (TOP / page).read_text(encoding="utf-8")


def plan():
    spec = importlib.util.spec_from_file_location("rooms", TOP / "tests/house/check-rooms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PLAN


class DocsTest(unittest.TestCase):
    def test_tour(self):
        tour = re.search(r"## A tour.*?```sh\n(.*?)```", text_of("README.md"), re.S)[1]
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "_build/src/cli").mkdir(parents=True)
            (place / "_build/src/cli/outlay-cli").symlink_to(OUTLAY)
            (place / "data").symlink_to(TOP / "data")
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", tour], cwd=place, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(done.stderr, "")
            self.assertIn("Over by $", done.stdout)
            self.assertEqual((place / "roi.pdf").read_bytes()[:5], b"%PDF-")

    def test_files(self):
        for page in PAGES:
            text = text_of(page)
            named = re.findall(r"\]\(([^):]+)\)", text)
            named += [path for path in re.findall(r"`([\w.-]+/[\w./-]*)", text) if path.split("/")[0] in FOLDERS]
            for path in named:
                if not re.search(r"ROOM|NAME", path):
                    self.assertTrue((TOP / path).exists(), f"{page} names {path}, which is not there")

    def test_rooms(self):
        rows = re.findall(r"^\| `(\w+)` \|[^|]*\| ([^|]*) \|", text_of("ARCHITECTURE.md"), re.M)
        said = {room: sorted(re.findall(r"\w+", others)) for room, others in rows}
        self.assertEqual(said, {room: sorted(others) for room, (others, _, _) in plan().items()})

    def test_checks(self):
        build = text_of("tests/house/meson.build")
        page = text_of("HACKING.md")
        for name in re.findall(r"'(\w+)'", re.search(r"foreach name : \[(.*?)\]", build)[1]):
            self.assertIn(f"`{name}`", page, "HACKING.md does not tell of a check")


if __name__ == "__main__":
    unittest.main()
