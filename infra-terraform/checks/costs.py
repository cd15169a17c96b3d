"""What a month costs, from prices.yml, and whether docs/deploy.md says the same."""

from __future__ import annotations

import yaml

from checks.outcome import Failed
from checks.places import REPOSITORY, ROOM


def stated() -> str:
    rows = "\n".join(table())
    if rows not in (REPOSITORY / "docs/deploy.md").read_text():
        raise Failed(f"docs/deploy.md does not have the table that prices.yml gives; put this in:\n{rows}")
    return rows.rsplit("| ", 2)[1].strip(" *|")


def table() -> list[str]:
    """As Markdown, dearest first."""
    prices = yaml.safe_load((ROOM / "prices.yml").read_text())
    costs = sorted(((_cost(line, prices["runs"]), line["what"]) for line in prices["lines"]), reverse=True)
    total = sum(cost for cost, _ in costs)
    return ["| what | $ a month |", "|---|---|", *(f"| {what} | {cost:.2f} |" for cost, what in costs), f"| **together** | **{total:.2f}** |"]


def _cost(line: dict[str, float], runs: int) -> float:
    return line["price"] * (line.get("a_month", 0) + line.get("a_run", 0) * runs)
