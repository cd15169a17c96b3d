"""What a month costs, from prices.yml, and whether docs/deploy.md says the same."""

from __future__ import annotations

import yaml

from checking import Failed
from checks.places import REPOSITORY, ROOM


def stated() -> str:
    costs = month()
    rows = "\n".join(table(costs))
    if rows not in (REPOSITORY / "docs/deploy.md").read_text():
        raise Failed(f"docs/deploy.md does not have the table that prices.yml gives; put this in:\n{rows}")
    return f"{sum(costs.values()):.2f} $ a month"


def month() -> dict[str, float]:
    """Dollars by what they are paid for."""
    prices = yaml.safe_load((ROOM / "prices.yml").read_text())
    return {line["what"]: _cost(line, prices["runs"]) for line in prices["lines"]}


def table(costs: dict[str, float]) -> list[str]:
    """As Markdown, dearest first."""
    dearest = sorted(costs.items(), key=lambda line: -line[1])
    total = f"| **together** | **{sum(costs.values()):.2f}** |"
    return ["| what | $ a month |", "|---|---|", *(f"| {what} | {cost:.2f} |" for what, cost in dearest), total]


def _cost(line: dict[str, float], runs: int) -> float:
    return line["price"] * (line.get("a_month", 0) + line.get("a_run", 0) * runs)
