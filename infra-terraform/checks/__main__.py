"""python -m checks [--json] [NAME...]: runs the named checks, or all but the longest. Exit 1 when one failed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from checks.outcome import Failed, Outcome, Skipped

# In the order in which a mistake is cheapest to understand. A check's module is loaded when it runs: each needs its own tools.
CHECKS = {
    "fmt": "terraform:form",
    "validate": "terraform:valid",
    "test": "terraform:tests",
    "checkov": "scan:scanned",
    "parliament": "policies:linted",
    "asl": "workflow:accepted",
    "costs": "costs:stated",
    "names": "names:agree",
}
# Minutes, not seconds: only when it is named.
LONG_CHECKS = {"apply": "apply:applied"}


def outcome(name: str) -> Outcome:
    module, function = {**CHECKS, **LONG_CHECKS}[name].split(":")
    try:
        check: Callable[[], str] = getattr(import_module(f"checks.{module}"), function)
        return Outcome(name, "passed", check())
    except Skipped as reason:
        return Outcome(name, "skipped", str(reason))
    except Failed as reason:
        return Outcome(name, "failed", str(reason))


def main(arguments: list[str]) -> int:
    names = [word for word in arguments if word != "--json"] or list(CHECKS)
    known = [*CHECKS, *LONG_CHECKS]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"unknown checks {', '.join(unknown)}; expected some of {', '.join(known)}", file=sys.stderr)
        return 2
    outcomes = []
    for name in names:
        outcomes.append(outcome(name))
        print(outcomes[-1].as_json() if "--json" in arguments else outcomes[-1].as_line(), flush=True)
    return 1 if any(its.status == "failed" for its in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
