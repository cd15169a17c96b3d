"""Just enough SQL to say which columns a compiled model ends in and where it selects everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"""(?P<gap>\s+|--[^\n]*|/\*.*?\*/)|'(?:[^']|'')*'|"[^"]*"|\w+|.""", re.S)
INJECTED = "__dbt__cte__"  # the name that dbt gives to an ephemeral model inside its reader


@dataclass(frozen=True)
class Star:
    """A ``select *``: of which relation, and inside which CTE (None outside of all)."""

    relation: str
    inside: str | None


def tokens(sql: str) -> list[str]:
    """Words and marks; blanks and comments are gone, words are in lower case."""
    found = (match for match in TOKEN.finditer(sql) if match["gap"] is None)
    return [match[0] if match[0].startswith(("'", '"')) else match[0].lower() for match in found]


def final_columns(sql: str) -> list[str]:
    """Names of the last select's columns, also behind ``select * from <a CTE of the same text>``."""
    return _columns(tokens(sql), _ctes(tokens(sql)))


def stars(sql: str) -> list[Star]:
    """Every ``select *`` that reads something other than a CTE which the model itself spells out."""
    words = tokens(sql)
    own = {name for name in _ctes(words) if not name.startswith(INJECTED)}
    return [star for star in _stars(words) if star.relation not in own]


def _columns(words: list[str], ctes: dict[str, list[str]]) -> list[str]:
    items, relation = _last_select(words)
    if items == [["*"]] and relation in ctes:
        return _columns(ctes[relation], ctes)
    return [item[-1].strip('"') for item in items]


def _last_select(words: list[str]) -> tuple[list[list[str]], str]:
    """The items of the last select outside of all brackets, and the first word behind its from."""
    flat = list(_with_depth(words))
    start = max(at for at, (word, depth) in enumerate(flat) if word == "select" and depth == 0) + 1
    items: list[list[str]] = [[]]
    for at, (word, depth) in enumerate(flat[start:], start):
        if depth == 0 and word == "from":
            return items, flat[at + 1][0]
        if depth == 0 and word == ",":
            items.append([])
        elif not (word == "distinct" and items == [[]]):
            items[-1].append(word)
    return items, ""


def _ctes(words: list[str]) -> dict[str, list[str]]:
    found = {}
    for at in range(len(words) - 2):
        if words[at + 1 : at + 3] == ["as", "("] and words[at].isidentifier():
            found[words[at]] = words[at + 3 : _closing(words, at + 2)]
    return found


def _closing(words: list[str], opening: int) -> int:
    depth = 0
    for at in range(opening, len(words)):
        depth += {"(": 1, ")": -1}.get(words[at], 0)
        if depth == 0:
            return at
    raise ValueError("a bracket is never closed")


def _stars(words: list[str]) -> Iterator[Star]:
    enclosing: list[str | None] = []
    for at, word in enumerate(words):
        if word == "(":
            is_cte = words[at - 1] == "as" and words[at - 2].isidentifier()
            enclosing.append(words[at - 2] if is_cte else None)
        elif word == ")":
            enclosing.pop()
        elif word == "*" and words[at - 1] in ("select", "distinct", ",", "."):
            names = [name for name in enclosing if name]
            yield Star(_read_by(words, at), names[-1] if names else None)


def _read_by(words: list[str], star: int) -> str:
    """``postings.*`` reads postings; a bare star reads what stands behind its from."""
    if words[star - 1] == ".":
        return words[star - 2]
    behind = words[star:]
    return behind[behind.index("from") + 1] if "from" in behind else ""


def _with_depth(words: list[str]) -> Iterator[tuple[str, int]]:
    depth = 0
    for word in words:
        depth -= word in ")]"
        yield word, depth
        depth += word in "(["
