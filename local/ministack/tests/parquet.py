"""Writes the smallest files that have a Parquet footer: a schema and no rows."""

from __future__ import annotations

Column = str | tuple[str, list]


def parquet(*columns: Column) -> bytes:
    """A file with these columns; a column that is a tuple is a group with columns of its own."""
    footer = _metadata(list(columns))
    return b"PAR1" + footer + len(footer).to_bytes(4, "little") + b"PAR1"


def _metadata(columns: list[Column]) -> bytes:
    elements = [_element("schema", len(columns))] + [element for column in columns for element in _elements(column)]
    schema = _list(12, elements)
    # version (field 1), schema (2), num_rows (3), row_groups (4), created_by (6)
    return b"\x15\x02" + b"\x19" + schema + b"\x16\x00" + b"\x19\x0c" + b"\x28" + _text("a test") + b"\x00"


def _elements(column: Column) -> list[bytes]:
    if isinstance(column, str):
        return [_element(column, 0)]
    name, children = column
    return [_element(name, len(children)), *(element for child in children for element in _elements(child))]


def _element(name: str, children: int) -> bytes:
    # A leaf has a type (field 1) and a repetition (3); both have a name (4); a group has num_children (5).
    head = b"\x25\x02" + b"\x18" if children else b"\x15\x0c" + b"\x25\x02" + b"\x18"
    head = head.replace(b"\x25\x02", b"\x35\x02") if children else head
    return head + _text(name) + (b"\x15" + _varint(children * 2) if children else b"") + b"\x00"


def _list(kind: int, items: list[bytes]) -> bytes:
    size = len(items)
    head = bytes([size << 4 | kind]) if size < 15 else bytes([0xF0 | kind]) + _varint(size)
    return head + b"".join(items)


def _text(text: str) -> bytes:
    data = text.encode()
    return _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
