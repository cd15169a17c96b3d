#!/usr/bin/env python3
"""Writes a file of made-up events for the gate: `bench/generate.py ROWS FILE [--format csv|jsonl] [--poison SHARE] [--seed N]`.

The same arguments give the same bytes. A share of the rows is poisoned, each in one of nine ways; the row numbers (from 1)
and the ways stand in FILE.poison.csv. Every way costs exactly one row: either it breaks one rule, or it repeats a row that
came before. With --bytes the file ends at that size instead."""

import argparse
import json
import random
import sys

COLUMNS = "event_id,event_time,event_type,user_login,repo_name,actor_id,amount,country,email,note".split(",")
TYPES = ["PushEvent", "PullRequestEvent", "IssuesEvent", "WatchEvent", "ForkEvent", "CreateEvent", "DeleteEvent", "ReleaseEvent"]
COUNTRIES = ["PL", "DE", "FR", "US", "GB", "IN", "BR", "NL", "SE", "CZ"]
NOTES = ["", "", "", "ok", "see ticket", 'said "later", then left', "Łódź, Gdańsk", "first line\nsecond line", "refund, partly", "="]
WAYS = ["value_missing", "wrong_type time", "wrong_type number", "number_too_big", "value_not_allowed type", "value_not_allowed country",
        "pattern_mismatch", "wrong_field_count", "duplicate"]
LONGEST_SPREAD = 1_000_000  # how far back a repeated row may lie


TIMES = [f"T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z" for second in range(86_400)]
DATES = [f"2026-{1 + day % 12:02d}-{1 + day % 28:02d}" for day in range(84)]  # 12 and 28 meet again after 84


def good(number: int, rand: random.Random) -> list[str]:
    # One draw of many bits, and tables for the times: a draw a field takes Python several times as long.
    bits = rand.getrandbits(128)
    user = (bits & 0xffffff) % 200_000
    return [
        f"{number:012x}{bits >> 96:08x}",
        DATES[number % 84] + TIMES[number % 86_400],
        TYPES[bits >> 24 & 7],
        f"user{user}",
        f"org{user % 5000}/repo{(bits >> 27 & 0xffffff) % 300_000}",
        str((bits >> 51 & 0x3fffffff) % 10**9),
        f"{(bits >> 60 & 0xffffff) % 10**5}.{(bits >> 84 & 0xff) % 100:02d}",
        COUNTRIES[(bits >> 70 & 0xff) % 10],
        f"user{user}@example{user % 40}.com",
        NOTES[(bits >> 78 & 0xff) % 10],
    ]


def poisoned(row: list[str], way: str) -> list[str]:
    if way == "value_missing":
        row[3] = ""
    elif way == "wrong_type time":
        row[1] = "2026-13-40T25:00:00Z"
    elif way == "wrong_type number":
        row[5] = "n/a"
    elif way == "number_too_big":
        row[6] = "12345678901234567.00"
    elif way == "value_not_allowed type":
        row[2] = "SpamEvent"
    elif way == "value_not_allowed country":
        row[7] = "XX"
    elif way == "pattern_mismatch":
        row[8] = "nobody at example"
    elif way == "wrong_field_count":
        row.append("one field more")
    return row


def csv_line(row: list[str]) -> str:
    line = ",".join(row)
    # Nearly every row is plain, which one look at the whole of it tells.
    if line.count(",") == len(row) - 1 and '"' not in line and "\n" not in line:
        return line + "\n"
    return ",".join('"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\n') else text for text in row) + "\n"


def json_line(row: list[str]) -> str:
    # A row of JSON names its fields, so that one too many is a broken line instead.
    if len(row) > len(COLUMNS):
        return '{"event_id": \n'
    return json.dumps({name: text for name, text in zip(COLUMNS, row) if text}, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("file")
    parser.add_argument("--format", choices=["csv", "jsonl"], default="csv")
    parser.add_argument("--poison", type=float, default=0.005, help="share of the rows, default %(default)s")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--bytes", type=int, help="end when the file is this large")
    options = parser.parse_args()
    line = csv_line if options.format == "csv" else json_line
    rand = random.Random(options.seed)
    written = 0
    kept: list[tuple[int, str]] = []
    with open(options.file, "w", encoding="utf-8", newline="", buffering=1 << 20) as out, \
            open(options.file + ".poison.csv", "w", encoding="utf-8", newline="") as list_of_poison:
        list_of_poison.write("row,way\n")
        if options.format == "csv":
            written += out.write(",".join(COLUMNS) + "\n")
        for number in range(1, options.rows + 1):
            text = ""
            if rand.random() < options.poison:
                way = WAYS[rand.randrange(len(WAYS))]
                if way == "duplicate":
                    # Before the first good row there is nothing to repeat.
                    text = kept[rand.randrange(len(kept))][1] if kept else ""
                else:
                    text = line(poisoned(good(number, rand), way))
                if text:
                    # JSON lines have no fields to count.
                    listed = "invalid_json" if way == "wrong_field_count" and options.format == "jsonl" else way
                    list_of_poison.write(f"{number},{listed}\n")
            if not text:
                text = line(good(number, rand))
                if number % 1000 == 1:
                    kept.append((number, text))
                    if len(kept) * 1000 > LONGEST_SPREAD:
                        kept.pop(0)
            written += out.write(text)  # characters: close enough to bytes for an end
            if options.bytes and written >= options.bytes:
                break
    print(json.dumps({"file": options.file, "rows": number}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
