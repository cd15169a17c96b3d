"""The crawler's own reader of Parquet footers."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from sluice_ministack.parquet_footer import InvalidParquet, column_names

from .parquet import parquet

CORPUS = (
    Path(os.environ.get("SLUICE_RECORDED_DATA", ""))
    if os.environ.get("SLUICE_RECORDED_DATA")
    else Path(__file__).parents[4] / "shared" / "data"
)


def names(file: bytes) -> list[str]:
    return column_names(io.BytesIO(file))


def test_names_the_columns_in_their_order():
    assert names(parquet("id", "_run_id", "zażółć")) == ["id", "_run_id", "zażółć"]


def test_names_only_the_top_of_nested_columns():
    file = parquet("id", ("salary", ["from", ("currency", ["code"]), "to"]), "url")
    assert names(file) == ["id", "salary", "url"]


def test_reads_more_columns_than_fit_a_short_list():
    columns = [f"column_{i}" for i in range(200)]
    assert names(parquet(*columns)) == columns


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "does not begin with PAR1"),
        (b"PAR1", "does not begin with PAR1"),
        (b"id,name\n1,x\n2,y\n", "does not begin with PAR1"),
        (parquet("id")[:-1] + b"X", "does not end with PAR1"),
        (b"PAR1" + b"\xff\xff\xff\x7f" + b"PAR1", "the footer claims 2147483647 bytes in a file of 12"),
        (b"PAR1" + b"\x00" + b"\x01\x00\x00\x00" + b"PAR1", "the footer holds no schema"),
        (b"PAR1" + b"\x19\xfc" + b"\x02\x00\x00\x00" + b"PAR1", "the footer cannot be read"),
    ],
)
def test_says_why_a_file_is_refused(file, reason):
    with pytest.raises(InvalidParquet, match=reason):
        names(file)


def test_a_damaged_footer_is_refused_or_read_but_never_breaks_the_crawler():
    whole = parquet("id", ("salary", ["from", "to"]), *(f"c{i}" for i in range(20)))
    dice = random.Random(7)
    for _ in range(3000):
        file = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            file[dice.randrange(4, len(file) - 8)] = dice.randrange(256)
        try:
            names(bytes(file))
        except InvalidParquet:
            continue


def test_every_file_of_a_foreign_collection_is_read_or_refused():
    files = sorted(CORPUS.rglob("*.parquet")) if CORPUS.is_dir() else []
    if not files:
        pytest.skip(f"no recorded data at {CORPUS}; set SLUICE_RECORDED_DATA")
    read = 0
    for path in files:
        with path.open("rb") as file:
            try:
                read += bool(column_names(file))
            except InvalidParquet:
                continue
    assert read > 0
