#!/usr/bin/env python3
"""Judges one file of made-up events by the gate and by the tools that people would take instead.

    bench/generate.py 1000000 /tmp/events.csv --poison 0.01
    bench/gate_csv.py /tmp/events.csv [--tools gate,polars,duckdb] [--runs N] [--heap 900] [--memory 330] [--check]

The work: ten columns, eleven rules (four not null, timestamp, long, decimal(12,2), two lists, a pattern, no repeated row),
accepted rows and refused ones with their reason to zstd Parquet. What the others do not do: polars and DuckDB keep no raw
bytes and no row number of a refused row, write no lineage and no fingerprints; polars drops the fields that are too many
instead of refusing the row, and holds the whole file in memory. They may take all the memory they want.

polars and duckdb are left out where they are not installed; requirements.lock beside this file pins them. With --check the
gate's outputs are compared, row by row, with the list of poisoned rows, in a run of its own that is not timed. How to build
the gate: measuring.py. Prints one JSON document."""

import os
import sys
import tempfile

import measuring

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


def main() -> int:
    parser = measuring.options(__doc__)
    parser.add_argument("file")
    parser.add_argument("--tools", default="gate,polars,duckdb")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--heap", type=int, default=900, help="the gate's heap in MB")
    parser.add_argument("--memory", type=int, default=330, help="of which for telling repeated rows at once")
    parser.add_argument("--check", action="store_true", help="compare the gate's outputs with FILE.poison.csv")
    options = parser.parse_args()
    if options.inside:
        tool, out = options.inside.split(",", 1)
        {"polars": polars, "duckdb": duckdb}[tool](options.file, out)
        return 0

    def gate(out: str, *more: str) -> list[str]:
        return measuring.java("validator", "sluice.validator.file.EventsBench", options.file, out, options.memory, *more, heap=options.heap)

    known = {"gate": gate, "polars": "polars", "duckdb": "duckdb"}
    runs = measuring.interleaved({tool: known[tool] for tool in options.tools.split(",") if tool}, options.runs, [options.file])
    if not options.check:
        return measuring.report("sluice.bench-gate/2", runs)
    with tempfile.TemporaryDirectory(prefix="sluice-bench-") as out:
        check = measuring.measure(gate(out, "check"))["said"]
    failed = measuring.report("sluice.bench-gate/2", runs, check={**check, "exact": check["difference"] == ""})
    return 1 if failed or check["difference"] else 0


if __name__ == "__main__":
    sys.exit(main())
