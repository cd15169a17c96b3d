"""Which role did what to which resource, in IAM's words: one JSON line for each permission that AWS would have asked for.

Nothing is refused here. What a run's calls say is compared with the policies that Terraform makes: infra-terraform/checks/iam.py.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO


@dataclass(frozen=True)
class Permission:
    """An action on a resource by ARN, with what the call itself says about condition keys."""

    action: str
    resource: str
    context: Mapping[str, str] = field(default_factory=dict)

    def line(self, role: str) -> str:
        said = {"role": role, "action": self.action, "resource": self.resource}
        return json.dumps(said | ({"context": dict(self.context)} if self.context else {}))


# One process is one emulator, and every service in it writes here.
_file: TextIO | None = None
_writing = threading.Lock()


def write_to(file: Path | None) -> None:
    """Calls are appended from now on; None forgets them."""
    global _file
    _file = file.open("a", encoding="utf-8") if file else None


def wanted() -> bool:
    return _file is not None


def asked(role: str | None, permissions: Iterable[Permission]) -> None:
    """Who speaks for no role is not asked: the person, and the local world itself."""
    if _file is None or not role:
        return
    lines = [permission.line(role) + "\n" for permission in permissions]
    with _writing:
        _file.writelines(lines)
        # Whoever reads while the emulator runs sees every call that was answered.
        _file.flush()
