#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what a desktop reads against the validators of those who wrote the rules.

    check-data.py desktop FILE       desktop-file-validate
    check-data.py metainfo FILE      appstreamcli validate, without the network
    check-data.py schema FOLDER      glib-compile-schemas --strict --dry-run
    check-data.py xml TOP            every .svg, .ui, .xml and .xml.in is well-formed
    check-data.py manifest TOP       the build for Flatpak: whole, pinned, and without permissions

A validator that is not on this machine is a test skipped.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

SKIP = 77
VALIDATORS = {
    "desktop": ["desktop-file-validate"],
    "metainfo": ["appstreamcli", "validate", "--no-net", "--explain"],
    "schema": ["glib-compile-schemas", "--strict", "--dry-run"],
}
# A window, a clipboard and a fast drawing path. Files come through portals.
PERMISSIONS = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}


def validate(kind, path):
    command = VALIDATORS[kind]
    if shutil.which(command[0]) is None:
        print(f"{command[0]} is not here")
        return SKIP
    done = subprocess.run([*command, path], capture_output=True, text=True)
    said = done.stdout + done.stderr
    print(said)
    return done.returncode or bool(": warning: " in said)


def ours(top, *suffixes):
    folders = (top / name for name in ("src", "data", "tests"))
    return sorted(path for folder in folders for path in folder.rglob("*") if path.name.endswith(suffixes))


def check_xml(top):
    for path in ours(top, ".svg", ".ui", ".xml", ".xml.in"):
        try:
            root = tree.parse(path).getroot()
        except tree.ParseError as fault:
            yield f"{path}: {fault}"
            continue
        if path.suffix == ".svg":
            box = root.get("viewBox", "0 0 0 1").split()
            if box[2] != box[3]:
                yield f"{path}: an icon is as wide as it is high"
            if any(element.tag.endswith(("}image", "}text", "}script")) for element in root.iter()):
                yield f"{path}: an icon holds shapes only"


def check_source(module, source):
    """Yields what leaves it open which bytes a source is."""
    if isinstance(source, str):
        yield f"{module}: a list of its own: {source}"
    elif source["type"] == "git" and not re.fullmatch(r"[0-9a-f]{40}", source.get("commit", "")):
        yield f"{module}: a git source needs the commit"
    elif source["type"] == "archive" and not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
        yield f"{module}: an archive needs its sha256"
    elif source["type"] not in ("git", "archive", "dir"):
        yield f"{module}: a source of the type {source['type']}"


def check_manifest(top):
    folder = top / "flatpak"
    manifests = sorted(folder.glob("*.json"))
    if not manifests:
        yield f"{folder}: no manifest"
    for path in manifests:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest["id"] != path.stem:
            yield f"{path}: is not named for {manifest['id']}"
        for permission in set(manifest["finish-args"]) - PERMISSIONS:
            yield f"{path}: grants {permission}"
        for module in manifest["modules"]:
            for source in module["sources"]:
                yield from check_source(f"{path}: {module['name']}", source)


def main():
    kind, path = sys.argv[1], sys.argv[2]
    if kind in VALIDATORS:
        return validate(kind, path)
    faults = list({"xml": check_xml, "manifest": check_manifest}[kind](pathlib.Path(path)))
    print("\n".join(faults) or "well")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
