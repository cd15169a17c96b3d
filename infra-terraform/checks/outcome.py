"""What a check found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    name: str
    status: str  # passed, failed or skipped
    detail: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps({"name": self.name, "status": self.status, "detail": self.detail, **self.facts})

    def as_line(self) -> str:
        mark = {"passed": "✓", "failed": "✗", "skipped": "!"}[self.status]
        word = "" if self.status == "passed" else f"{self.status}: "
        return f"{mark} {self.name:<12} {word}{self.detail}"


@dataclass(frozen=True)
class Proven:
    """A check's answer is yes, and there is more to tell than a sentence: fields of its JSON line."""

    detail: str
    facts: Mapping[str, Any]


class Failed(Exception):
    """A check's answer is no; the message says what was expected and what was found."""

    def __init__(self, message: str, facts: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.facts = facts or {}


class Skipped(Exception):
    """A check could not be made here; the message says what is missing and how it is had."""
