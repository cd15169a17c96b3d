"""Reads the column names of a Parquet file from its footer, without a Parquet library.

The footer is a Thrift structure in the compact protocol; the crawler needs only its schema, so everything else is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

_MAGIC = b"PAR1"
_STOP, _TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = range(13)
_FILE_SCHEMA = 2
_ELEMENT_NAME, _ELEMENT_CHILDREN = 4, 5
_LARGEST_FOOTER = 16 * 1024 * 1024


class InvalidParquet(ValueError):
    """The bytes are no readable Parquet file."""


@dataclass(frozen=True)
class _Element:
    name: str
    children: int


def column_names(file: BinaryIO) -> list[str]:
    """The top-level columns, in their order; reads nothing but the two ends of the file."""
    elements = _schema(_footer(file))
    if not elements:
        raise InvalidParquet("the footer holds no schema")
    return _top_level(elements)


def _footer(file: BinaryIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(0)
    if size < 12 or file.read(4) != _MAGIC:
        raise InvalidParquet("not a Parquet file: it does not begin with PAR1")
    file.seek(size - 8)
    length = int.from_bytes(file.read(4), "little")
    if file.read(4) != _MAGIC:
        raise InvalidParquet("not a Parquet file: it does not end with PAR1")
    if length > min(size - 12, _LARGEST_FOOTER):
        raise InvalidParquet(f"the footer claims {length} bytes in a file of {size}")
    file.seek(size - 8 - length)
    return file.read(length)


def _schema(footer: bytes) -> list[_Element]:
    try:
        return _Compact(footer).schema()
    except (IndexError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidParquet(f"the footer cannot be read: {error}") from error


def _top_level(elements: list[_Element]) -> list[str]:
    """The schema is a tree in depth-first order; its root is the message itself."""
    names, position = [], 1
    for _ in range(elements[0].children):
        if position >= len(elements):
            raise InvalidParquet("the schema is cut off")
        names.append(elements[position].name)
        below = 1
        while below:
            if position >= len(elements):
                raise InvalidParquet("the schema is cut off")
            below += elements[position].children - 1
            position += 1
    return names


class _Compact:
    """The little of Thrift's compact protocol that a schema needs."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def schema(self) -> list[_Element]:
        for field, kind in self._fields():
            if field == _FILE_SCHEMA and kind == _LIST:
                size, _ = self._list_header()
                return [self._element() for _ in range(size)]
            self._skip(kind)
        return []

    def _element(self) -> _Element:
        name, children = "", 0
        for field, kind in self._fields():
            if field == _ELEMENT_NAME and kind == _BINARY:
                name = self._binary().decode("utf-8")
            elif field == _ELEMENT_CHILDREN and kind == _I32:
                children = self._zigzag()
            else:
                self._skip(kind)
        return _Element(name, children)

    def _fields(self):
        field = 0
        while (header := self._byte()) != _STOP:
            delta = header >> 4
            field = field + delta if delta else self._zigzag()
            yield field, header & 0x0F

    def _skip(self, kind: int) -> None:
        match kind:
            case 1 | 2:
                pass
            case 3:
                self._at += 1
            case 4 | 5 | 6:
                self._varint()
            case 7:
                self._at += 8
            case 8:
                self._binary()
            case 9 | 10:
                size, element = self._list_header()
                for _ in range(size):
                    self._skip_element(element)
            case 11:
                size = self._plausible(self._varint())
                kinds = self._byte() if size else 0
                for _ in range(size):
                    self._skip_element(kinds >> 4)
                    self._skip_element(kinds & 0x0F)
            case 12:
                for _, inner in self._fields():
                    self._skip(inner)
            case _:
                raise InvalidParquet(f"the footer holds an unknown type {kind}")

    def _skip_element(self, kind: int) -> None:
        # Inside of a collection a boolean takes a byte; as a field its value is part of the type.
        if kind in (_TRUE, _FALSE):
            self._at += 1
        else:
            self._skip(kind)

    def _list_header(self) -> tuple[int, int]:
        header = self._byte()
        size = header >> 4
        return self._plausible(self._varint() if size == 15 else size), header & 0x0F

    def _plausible(self, size: int) -> int:
        """Every element takes a byte at least; a larger claim is a damaged footer and would keep us busy for hours."""
        if size > len(self._data) - self._at:
            raise InvalidParquet(f"the footer claims {size} elements in {len(self._data) - self._at} bytes")
        return size

    def _binary(self) -> bytes:
        length = self._varint()
        self._at += length
        if self._at > len(self._data):
            raise InvalidParquet("the footer is cut off")
        return self._data[self._at - length : self._at]

    def _zigzag(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)

    def _varint(self) -> int:
        value, shift = 0, 0
        while True:
            byte = self._byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def _byte(self) -> int:
        value = self._data[self._at]
        self._at += 1
        return value
