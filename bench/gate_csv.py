#!/usr/bin/env python3
"""Judges one file of made-up events by the gate and by the tools that people would take instead.

    bench/generate.py 1000000 /tmp/events.csv
    bench/gate_csv.py /tmp/events.csv [--tools gate,polars,duckdb] [--runs N] [--heap 900] [--memory 300]

The work: ten columns, eleven rules (four not null, timestamp, long, decimal(12,2), two lists, a pattern, no repeated row),
accepted rows and refused ones with their reason to Parquet. polars and duckdb are left out where they are not installed;
requirements.lock beside this file pins them. The gate has to be compiled: `mvn -pl validator -am test-compile`, and
`mvn -pl lake dependency:build-classpath -Dmdep.outputFile=FILE` gives the file for --class-path. Prints one JSON document: for
each run CPU seconds (user + system of the whole process) and peak memory (maximum resident set)."""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = "event_id,event_time,event_type,user_login,repo_name,actor_id,amount,country,email,note".split(",")
TYPES = ["PushEvent", "PullRequestEvent", "IssuesEvent", "WatchEvent", "ForkEvent", "CreateEvent", "DeleteEvent", "ReleaseEvent"]
COUNTRIES = ["PL", "DE", "FR", "US", "GB", "IN", "BR", "NL", "SE", "CZ"]
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"


def polars(file: str, out: str) -> None:
    import polars as pl

    column = pl.col
    rows = pl.scan_csv(file, schema={name: pl.String for name in COLUMNS}, truncate_ragged_lines=True)
    rules = [(column(name).is_null(), f"not null {name}") for name in COLUMNS[:4]]
    rules += [
        (column("event_time").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", strict=False).is_null(), "timestamp"),
        (column("actor_id").is_not_null() & column("actor_id").cast(pl.Int64, strict=False).is_null(), "long"),
        (column("amount").is_not_null() & column("amount").cast(pl.Decimal(12, 2), strict=False).is_null(), "decimal"),
        (~column("event_type").is_in(TYPES), "type"),
        (~column("country").is_in(COUNTRIES), "country"),
        (~column("email").str.contains(EMAIL), "email"),
    ]
    judged = rows.with_columns(
        pl.concat_str([pl.when(broken).then(pl.lit(name)) for broken, name in rules], separator=";", ignore_nulls=True).alias("reason"),
        (~pl.struct(COLUMNS).is_first_distinct()).alias("repeated")).collect()
    judged.filter((column("reason") == "") & ~column("repeated")).drop("reason", "repeated").write_parquet(
        out + "/accepted.parquet", compression="zstd", compression_level=1)
    judged.filter(column("reason") != "").write_parquet(out + "/refused.parquet", compression="zstd")


def duckdb(file: str, out: str) -> None:
    import duckdb as engine

    def texts(values: list[str]) -> str:
        return ",".join(f"'{value}'" for value in values)

    connection = engine.connect()
    connection.execute(f"set threads={os.cpu_count()}; set memory_limit='12GB'; set temp_directory='{out}/spill'; set preserve_insertion_order=false")
    rules = {f"not null {name}": f"{name} is null" for name in COLUMNS[:4]}
    rules |= {
        "timestamp": "try_cast(event_time as timestamp) is null",
        "long": "actor_id is not null and try_cast(actor_id as bigint) is null",
        "decimal": "amount is not null and try_cast(amount as decimal(12,2)) is null",
        "type": f"event_type not in ({texts(TYPES)})",
        "country": f"country not in ({texts(COUNTRIES)})",
        "email": r"not regexp_full_match(email, '[^@\s]+@[^@\s]+\.[^@\s]+')",
    }
    bad = "list_filter([" + ",".join(f"case when {rule} then '{name}' end" for name, rule in rules.items()) + "], lambda x: x is not null)"
    names = ",".join(f"'{name}':'VARCHAR'" for name in COLUMNS)
    source = (f"read_csv('{file}', header=true, auto_detect=false, delim=',', quote='\"', escape='\"', columns={{{names}}}, "
              "store_rejects=true, rejects_limit=0)")
    connection.execute(f"create temp table judged as select *, {bad} as bad, "
                       f"row_number() over (partition by {','.join(COLUMNS)}) > 1 as repeated from {source}")
    connection.execute(f"copy (select * exclude (bad, repeated) from judged where len(bad) = 0 and not repeated) to '{out}/accepted.parquet' "
                       "(format parquet, compression zstd, compression_level 1)")
    connection.execute(f"copy (select to_json(judged)::varchar as raw, array_to_string(bad, ';') as reason from judged where len(bad) > 0 "
                       f"union all select csv_line, error_type::varchar from reject_errors) to '{out}/refused.parquet' (format parquet, compression zstd)")


def gate_command(options: argparse.Namespace, out: str) -> list[str]:
    rooms = [ROOT / room / "target" / classes for room, classes in (
        ("validator", "test-classes"), ("validator", "classes"), ("lake", "classes"), ("lake/hadoop-stubs", "classes"))]
    class_path = os.pathsep.join([*map(str, rooms), Path(options.class_path).read_text().strip()])
    java = Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java"
    return [str(java), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", f"-Xmx{options.heap}m", "-cp", class_path,
            "sluice.validator.file.EventsBench", options.file, out, str(options.memory)]


def measure(command: list[str]) -> dict:
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    return {"exit": os.waitstatus_to_exitcode(status), "cpuSeconds": round(used.ru_utime + used.ru_stime, 1),
            "wallSeconds": round(time.monotonic() - begin, 1), "peakBytes": used.ru_maxrss * 1024, "said": said.strip()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--tools", default="gate,polars,duckdb")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--heap", type=int, default=900, help="the gate's heap in MB")
    parser.add_argument("--memory", type=int, default=96, help="of which for telling repeated rows")
    parser.add_argument("--class-path", default="class-path.txt")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        tool, out = options.inside.split(",", 1)
        {"polars": polars, "duckdb": duckdb}[tool](options.file, out)
        return 0
    runs = []
    for _ in range(options.runs):
        for tool in options.tools.split(","):
            if tool != "gate" and importlib.util.find_spec(tool) is None:
                print(f"{tool} is not installed: left out", file=sys.stderr)
                continue
            with tempfile.TemporaryDirectory(prefix="sluice-bench-") as out:
                command = gate_command(options, out) if tool == "gate" else [sys.executable, __file__, options.file, "--inside", f"{tool},{out}"]
                runs.append({"tool": tool, **measure(command)})
    print(json.dumps({"kind": "sluice.bench-gate/1", "processors": os.cpu_count(), "runs": runs}, indent=2))
    return 0 if all(run["exit"] == 0 for run in runs) else 1


if __name__ == "__main__":
    sys.exit(main())
