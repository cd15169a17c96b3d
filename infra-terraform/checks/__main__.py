"""python -m checks [--json] [--all | NAME...]: runs the named checks, or all but the longest; --all runs that too and says what no check can
show. Exit 1 when one failed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain

import yaml

from checks.outcome import Failed, Outcome, Proven, Skipped
from checks.places import ROOM

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
        check: Callable[[], str | Proven] = getattr(import_module(f"checks.{module}"), function)
        answer = check()
        return Outcome(name, "passed", answer.detail, answer.facts) if isinstance(answer, Proven) else Outcome(name, "passed", answer)
    except Skipped as reason:
        return Outcome(name, "skipped", str(reason))
    except Failed as reason:
        return Outcome(name, "failed", str(reason), reason.facts)


def not_shown() -> Iterator[Outcome]:
    for name, why in yaml.safe_load((ROOM / "not-shown.yml").read_text()).items():
        yield Outcome(name, "skipped", why)


def main(arguments: list[str]) -> int:
    known = [*CHECKS, *LONG_CHECKS]
    names = [word for word in arguments if not word.startswith("--")] or (known if "--all" in arguments else list(CHECKS))
    unknown = [word for word in arguments if word not in [*known, "--json", "--all"]]
    if unknown:
        print(f"unknown checks {', '.join(unknown)}; expected some of {', '.join(known)}", file=sys.stderr)
        return 2
    # Whoever is asked to end ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    failed = False
    for its in chain(map(outcome, names), not_shown() if "--all" in arguments else ()):
        failed |= its.status == "failed"
        print(its.as_json() if "--json" in arguments else its.as_line(), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
