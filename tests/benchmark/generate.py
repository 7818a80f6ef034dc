#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a usage export of OpenAI's layout, hour by hour: generate.py ROWS FILE

The same bytes for the same number of rows. 2,500 ways that use is told apart, over 400
days, as a company with some fifty projects has them.
"""

import datetime
import random
import sys

HEADER = (
    "start_time,end_time,start_time_iso,end_time_iso,project_id,project_name,"
    "num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,"
    "output_tokens,input_cached_tokens\n"
)
MODELS = ("gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18", "gpt-4.1-2025-04-14", "o3-2025-04-16")
START = int(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
DAYS = 400
HOUR = 3600


def make_ways(dice):
    letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    word = lambda n: "".join(dice.choices(letters, k=n))
    projects = [(f"proj_{word(24)}", f'"Team {i}, live"') for i in range(50)]
    users = [f"user-{word(24)}" for _ in range(120)]
    ways = []
    for _ in range(2500):
        project, name = dice.choice(projects)
        ways.append((project, name, dice.choice(users), f"key_{word(16)}", dice.choice(MODELS)))
    return ways


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    dice = random.Random(1)
    ways = make_ways(dice)
    hours = DAYS * 24
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADER)
        for hour in range(hours):
            start = START + hour * HOUR
            iso = [
                datetime.datetime.fromtimestamp(at, datetime.timezone.utc).strftime(
                    "%Y-%m-%dT%H:%M:%SZ"
                )
                for at in (start, start + HOUR)
            ]
            for _ in range(rows * (hour + 1) // hours - rows * hour // hours):
                project, name, user, key, model = dice.choice(ways)
                tokens = dice.randrange(100, 60000)
                out.write(
                    f"{start},{start + HOUR},{iso[0]},{iso[1]},{project},{name},"
                    f"{dice.randrange(1, 60)},{user},{key},{model},False,default,{tokens},"
                    f"{dice.randrange(10, 9000)},{dice.randrange(0, tokens)}\n"
                )


main()
