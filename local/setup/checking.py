"""Checks by name: what each found, one line each, and the command line that rooms with checks share."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
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


Check = Callable[[], str | Proven]


def outcome(name: str, check: Check) -> Outcome:
    try:
        answer = check()
    except Skipped as reason:
        return Outcome(name, "skipped", str(reason))
    except Failed as reason:
        return Outcome(name, "failed", str(reason), reason.facts)
    except Exception as broken:  # it has shown nothing; the others still can
        traceback.print_exc()
        return Outcome(name, "failed", f"{type(broken).__name__}: {broken}")
    return Outcome(name, "passed", answer.detail, answer.facts) if isinstance(answer, Proven) else Outcome(name, "passed", answer)


def command(arguments: list[str], short: Mapping[str, Check], long: Mapping[str, Check], not_shown: Iterable[Outcome] = ()) -> int:
    """[--json] [--all | NAME...]: runs the named checks, or all that take seconds; --all runs the long ones too and says what no check
    can show. 1 when one failed, 2 for a name that nobody knows."""
    known = {**short, **long}
    unknown = [word for word in arguments if word not in [*known, "--json", "--all"]]
    if unknown:
        print(f"unknown checks {', '.join(unknown)}; expected some of {', '.join(known)}", file=sys.stderr)
        return 2
    everything = "--all" in arguments
    names = [word for word in arguments if word in known] or (known if everything else short)
    failed = False
    for its in chain((outcome(name, known[name]) for name in names), not_shown if everything else ()):
        failed |= its.status == "failed"
        print(its.as_json() if "--json" in arguments else its.as_line(), flush=True)
    return int(failed)
