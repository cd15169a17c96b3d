"""Evaluates the expression of GetPartitions against partition values.

Ignoring it once made dbt delete every partition of a table and report success.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_DEFAULT_PARTITION = "__HIVE_DEFAULT_PARTITION__"
_INTEGERS = {"tinyint", "smallint", "int", "integer", "bigint", "long"}
_REALS = {"float", "double", "decimal"}


class UnsupportedExpression(ValueError):
    """Glue answers InvalidInputException to it."""


def matching(expression: str, keys: Sequence[tuple[str, str]], partitions: Sequence[Sequence[str]]) -> list[int]:
    """The indexes of the partitions for which the expression holds; ``keys`` are the names and types of the partition keys.

    Glue's grammar (=, <>, <, IN, BETWEEN, LIKE, AND, OR, NOT, IS NULL) is a part of SQLite's, with the same three-valued logic.
    """
    database = sqlite3.connect(":memory:")
    try:
        # Glue compares texts exactly, also in LIKE.
        database.execute("pragma case_sensitive_like = on")
        # Only the partitions may be read: an expression is data of the caller.
        columns = ", ".join(f"{_quoted(name)} {_affinity(kind)}" for name, kind in keys)
        database.execute(f"create table partitions (row_index integer primary key, {columns})")
        marks = ", ".join("?" * (len(keys) + 1))
        database.executemany(
            f"insert into partitions values ({marks})",
            [
                (index, *(None if value == _DEFAULT_PARTITION else value for value in values))
                for index, values in enumerate(partitions)
            ],
        )
        database.set_authorizer(_only_reading)
        rows = database.execute(f"select row_index from partitions where ({expression}) order by row_index")
        return [index for (index,) in rows]
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise UnsupportedExpression(f"Unsupported expression '{expression}': {error}") from error
    finally:
        database.close()


def _affinity(kind: str) -> str:
    base = kind.lower().partition("(")[0].strip()
    return "integer" if base in _INTEGERS else "real" if base in _REALS else "text"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _only_reading(action: int, *_details: object) -> int:
    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY
