#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long an import takes, beside the plainest import there is, in the same minutes.

    import.py OUTLAY-CLI SQLITE3 [ROWS [ROUNDS]]

Both read the same file in turns. What is said is a ratio, since seconds are the machine's;
`sqlite3 .import` writes the columns as they are, with no journal, and that is all it does.
Fails where memory does not stay flat, or a second import finds anything new.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROWS, ROUNDS = 300_000, 3
MAX_MIB = 96
TABLE = """PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE u(start_time INTEGER,end_time INTEGER,start_time_iso TEXT,end_time_iso TEXT,
project_id TEXT,project_name TEXT,num_model_requests INTEGER,user_id TEXT,api_key_id TEXT,
model TEXT,batch TEXT,service_tier TEXT,input_tokens INTEGER,output_tokens INTEGER,
input_cached_tokens INTEGER);"""


def run(command):
    """Seconds on the clock, seconds of processor, MiB at most."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return (
        time.monotonic() - begun,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
        output,
    )


def main():
    cli, sqlite3 = sys.argv[1:3]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else ROWS
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else ROUNDS
    here = pathlib.Path(__file__).parent
    clock, processor, most = [], [], 0

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        export, store, plain = folder / "u.csv", folder / "store.db", folder / "plain.db"
        subprocess.run([sys.executable, here / "generate.py", str(rows), export], check=True)
        for _ in range(rounds):
            for old in folder.glob("*.db*"):
                old.unlink()
            ours = run([cli, "--store", store, "--quiet", "import", export])
            theirs = run([sqlite3, plain, TABLE, ".mode csv", f".import --skip 1 {export} u"])
            clock.append(ours[0] / theirs[0])
            processor.append(ours[1] / theirs[1])
            most = max(most, ours[2])

        again = run([cli, "--store", store, "--json", "import", export])
        found = json.loads(again[3])["files"][0]

    print(f"{rows} rows, {rounds} rounds, against sqlite3 .import of the same file:")
    print(f"  clock      {statistics.median(clock):.2f} ({min(clock):.2f} to {max(clock):.2f})")
    print(f"  processor  {statistics.median(processor):.2f}")
    print(f"  memory     {most:.0f} MiB")
    if most > MAX_MIB:
        sys.exit(f"more than {MAX_MIB} MiB")
    if found["duplicate"] != rows or found["new"] != 0:
        sys.exit("a second import is not all duplicates")


main()
