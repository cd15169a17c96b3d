"""python -m checks [--json] [--all | NAME...]: see checking.command."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from importlib import import_module

import yaml

from checking import Check, Outcome, Proven, command
from checks.places import ROOM


def check(module: str, function: str) -> Check:
    """A check's module is loaded when it runs: each needs its own tools."""

    def run() -> str | Proven:
        return getattr(import_module(f"checks.{module}"), function)()

    return run


# In the order in which a mistake is cheapest to understand.
CHECKS = {
    "fmt": check("terraform", "form"),
    "validate": check("terraform", "valid"),
    "test": check("terraform", "tests"),
    "checkov": check("scan", "scanned"),
    "parliament": check("policies", "linted"),
    "asl": check("workflow", "accepted"),
    "costs": check("costs", "stated"),
    "names": check("names", "agree"),
}
# Minutes, not seconds: only when it is named, or with --all.
LONG_CHECKS = {"apply": check("apply", "applied")}


def not_shown() -> Iterator[Outcome]:
    for name, why in yaml.safe_load((ROOM / "not-shown.yml").read_text()).items():
        yield Outcome(name, "skipped", why)


if __name__ == "__main__":
    # Whoever is asked to end ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(command(sys.argv[1:], CHECKS, LONG_CHECKS, not_shown()))
