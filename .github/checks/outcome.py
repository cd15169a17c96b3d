"""What a check found."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Outcome:
    name: str
    status: str  # passed, failed or skipped
    detail: str

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    def as_line(self) -> str:
        mark = {"passed": "✓", "failed": "✗", "skipped": "!"}[self.status]
        word = "" if self.status == "passed" else f"{self.status}: "
        return f"{mark} {self.name:<12} {word}{self.detail}"


class Failed(Exception):
    """A check's answer is no; the message says what was expected and what was found."""


class Skipped(Exception):
    """A check could not be made here; the message says what is missing and how it is had."""
