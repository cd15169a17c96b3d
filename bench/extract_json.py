#!/usr/bin/env python3
"""Takes JSON pages of made-up job postings to Parquet by our extractor and by the tools that people would take instead.

    bench/extract_json.py 1000000 [--tools sluice,pyarrow,duckdb,dlt] [--runs N] [--heap 512] [--folder FOLDER]

A page is what a job site answers: one document of a thousand postings and their total. Ours goes the way of the function: the
page reader (strict UTF-8, no repeated key, read to its end), the writer of parts with their hashes, a store in a folder. The
same fourteen columns go to zstd Parquet everywhere. What the others do not do: pyarrow.json and DuckDB take columns by name
and drop what is not listed; neither refuses a repeated key; pyarrow keeps nested values as structs and numbers as numbers;
dlt is given rows that orjson has parsed. Each may take the memory it wants.

The tools are left out where they are not installed; requirements.lock beside this file pins them. The pages are written to
--folder once, the same for the same number of rows. How to build ours: measuring.py. Prints one JSON document."""

import glob
import json
import os
import random
import sys
import tempfile
from pathlib import Path

import measuring

PAGE_ROWS = 1000
COLUMNS = "id,title,company,technology,category,seniority,url,location,regions,salary,posted,renewed,remote,reference".split(",")
TITLES = ["Software Engineer", "Data Engineer", "Backend Developer", "Frontend Developer", "Tester", "Cloud Architect", "Analytics Engineer"]
TECHNOLOGIES = ["Java", "Python", "React", "Kotlin", "Go", "AWS", "SQL", ".NET", "Node.js", "Scala", "Rust", "iOS", "PHP", "C++", "Terraform"]
SENIORITIES = ["Trainee", "Junior", "Mid", "Senior", "Expert"]
CITIES = ["Warszawa", "Kraków", "Wrocław", "Gdańsk", "Poznań", "Łódź", "Katowice", "Lublin", "Szczecin", "Rzeszów"]


def posting(number: int, rand: random.Random) -> dict:
    bits = rand.getrandbits(96)
    technology = TECHNOLOGIES[bits % 15]
    seniority = SENIORITIES[bits >> 8 & 3]
    company = bits >> 16 & 0xfff
    pay = 5000 + 1000 * (bits >> 28 & 31)
    places = [{"city": CITIES[(bits >> 34 + 4 * at) % 10], "street": f"ul. Długa {1 + (bits >> 46 + at & 127)}"} for at in range(1 + (bits >> 54) % 3)]
    return {
        "id": f"{technology}-{seniority}-{number:x}-{bits >> 64:08x}".lower(),
        "title": f"{seniority} {TITLES[(bits >> 56 & 63) % 7]} ({technology})",
        "company": f"Company {company} Sp. z o.o.",
        "technology": technology,
        "category": "backend" if bits >> 60 & 1 else "data",
        "seniority": [seniority],
        "url": f"https://jobs.example.com/{company}/{number:x}",
        "location": {"places": places, "fullyRemote": bits >> 61 & 7 == 0},
        "regions": ["pl"],
        "salary": {"from": pay, "to": pay + 4000, "type": "b2b", "currency": "PLN"} if bits >> 62 & 3 else None,
        "posted": 1_780_000_000_000 + (bits >> 32 & 0x7fffffff),
        "renewed": 1_790_000_000_000 + number,
        "remote": bits >> 61 & 7 == 0,
        "reference": f"{bits >> 64:08X}",
    }


def write_pages(rows: int, folder: Path) -> None:
    rand = random.Random(7)
    folder.mkdir(parents=True)
    for first in range(0, rows, PAGE_ROWS):
        postings = [posting(number, rand) for number in range(first, min(rows, first + PAGE_ROWS))]
        (folder / f"page-{first // PAGE_ROWS:06d}.json").write_text(
            json.dumps({"totalCount": rows, "postings": postings}, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def pyarrow(pages: str, out: str) -> None:
    import io

    import pyarrow as pa
    import pyarrow.json
    import pyarrow.parquet

    text, whole = pa.string(), pa.int64()
    row = pa.struct([
        *((name, text) for name in COLUMNS[:5]), ("seniority", pa.list_(text)), ("url", text),
        ("location", pa.struct([("places", pa.list_(pa.struct([("city", text), ("street", text)]))), ("fullyRemote", pa.bool_())])),
        ("regions", pa.list_(text)), ("salary", pa.struct([("from", whole), ("to", whole), ("type", text), ("currency", text)])),
        ("posted", whole), ("renewed", whole), ("remote", pa.bool_()), ("reference", text)])
    parse = pa.json.ParseOptions(explicit_schema=pa.schema([("postings", pa.list_(row))]), unexpected_field_behavior="ignore")
    files = sorted(glob.glob(pages + "/*.json"))
    with pa.parquet.ParquetWriter(out + "/postings.parquet", pa.schema(list(row)), compression="zstd", compression_level=1) as writer:
        for first in range(0, len(files), 50):
            # It reads lines, and a page is one.
            lines = b"\n".join(Path(file).read_bytes() for file in files[first:first + 50])
            table = pa.json.read_json(io.BytesIO(lines), pa.json.ReadOptions(block_size=16 << 20), parse)
            for chunk in table["postings"].chunks:
                writer.write_table(pa.Table.from_struct_array(chunk.flatten()))


def duckdb(pages: str, out: str) -> None:
    import duckdb as engine

    row = ", ".join(f"{name} {'JSON' if name in ('seniority', 'location', 'regions', 'salary') else 'VARCHAR'}" for name in COLUMNS)
    connection = engine.connect()
    connection.execute(f"set threads={os.cpu_count()}; set preserve_insertion_order=false; set temp_directory='{out}/spill'")
    connection.execute(f"copy (select unnest(postings, max_depth := 2) from read_json('{pages}/*.json', format = 'unstructured', "
                       f"maximum_object_size = 100000000, columns = {{postings: 'STRUCT({row})[]'}})) "
                       f"to '{out}/postings.parquet' (format parquet, compression zstd, compression_level 1)")


def dlt(pages: str, out: str) -> None:
    os.environ.update(RUNTIME__DLTHUB_TELEMETRY="false", NORMALIZE__DATA_WRITER__COMPRESSION="zstd", DATA_WRITER__BUFFER_MAX_ITEMS="50000")
    import dlt as tool
    import orjson

    nested = ("seniority", "location", "regions", "salary")

    @tool.resource(name="postings", max_table_nesting=0,
                   columns={name: {"data_type": "json" if name in nested else "text", "nullable": True} for name in COLUMNS})
    def postings():
        for file in sorted(glob.glob(pages + "/*.json")):
            yield orjson.loads(Path(file).read_bytes())["postings"]

    pipeline = tool.pipeline("postings", destination=tool.destinations.filesystem("file://" + out + "/raw"), dataset_name="raw",
                             pipelines_dir=out + "/state")
    pipeline.run(postings(), loader_file_format="parquet")


def main() -> int:
    parser = measuring.options(__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("--tools", default="sluice,pyarrow,duckdb,dlt")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--heap", type=int, default=512, help="ours in MB")
    parser.add_argument("--folder", default=tempfile.gettempdir() + "/sluice-bench-pages")
    options = parser.parse_args()
    pages = Path(options.folder) / str(options.rows)
    if options.inside:
        tool, out = options.inside.split(",", 1)
        {"pyarrow": pyarrow, "duckdb": duckdb, "dlt": dlt}[tool](str(pages), out)
        return 0
    if not pages.exists():
        write_pages(options.rows, pages)

    def sluice(out: str) -> list[str]:
        return measuring.java("extractors/kit", "sluice.extractors.kit.engine.PagesBench", pages, out, ",".join(COLUMNS), heap=options.heap)

    known = {"sluice": sluice, "pyarrow": "pyarrow", "duckdb": "duckdb", "dlt": "dlt"}
    runs = measuring.interleaved({tool: known[tool] for tool in options.tools.split(",")}, options.runs,
                                 [str(options.rows), "--folder", options.folder])
    return measuring.report("sluice.bench-extract/1", runs, pageBytes=sum(file.stat().st_size for file in pages.iterdir()))


if __name__ == "__main__":
    sys.exit(main())
