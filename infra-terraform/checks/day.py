"""A day of an installation: what is done here is done the same on a laptop's world and on the applied stacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checking import Failed
from checks.places import work
from checks.worlds import Sluice

MARTS = ("currency_rates", "job_postings", "postings_by_technology")
ORDERS = """order_id,customer_id,amount,currency,event_ts
1,ada,10.50,EUR,2026-01-01T08:00:00Z
2,bob,twelve,USD,2026-01-01T08:05:00Z
3,,7.00,AUD,2026-01-01T08:10:00Z
"""


def more_orders() -> Path:
    """A file of the same dataset that no day has dropped."""
    file = work("day") / "more_orders.csv"
    file.write_text("order_id,customer_id,amount,currency,event_ts\n4,ada,1.00,EUR,2026-01-02T08:00:00Z\n")
    return file


def lived(sluice: Sluice) -> dict[str, Any]:
    """A scheduled run, a dropped file with a poisoned row, its replay, a sweep, and what the ledger says of all: counts, and the marts' rows."""
    main_job = _succeeded(sluice("run"))
    file = work("day") / "orders.csv"
    file.write_text(ORDERS)
    dropped = _succeeded(sluice("drop", str(file), "--dataset", "orders", "--date", "2026-01-01", "--wait"))
    replayed = _succeeded(sluice("replay", "--dataset", "orders", "--id", "day", "--reason", "a day", "--code", "wrong_type", "--force"))
    swept = sluice("sweep")
    refused = sluice("quarantine", "list")
    return {
        "run": main_job["datasets"],
        "drop": dropped["datasets"],
        "replay": replayed["datasets"],
        "sweep": [swept["found"], swept["started"]],
        "quarantine": sorted([entry["code"], entry.get("rows")] for entry in refused["entries"]),
        "conserved": [sluice("audit", its["runId"])["conserved"] for its in (main_job, dropped, replayed)],
        **{mart: rows(sluice, mart) for mart in MARTS},
    }


def rows(sluice: Sluice, mart: str) -> list[Any]:
    """Every row of a published mart, in an order that both sides share."""
    answer = sluice("query", f"select * from {mart}", "--limit", "1000000")
    return [answer["columns"], sorted(answer["rows"], key=str)]


def _succeeded(run: dict[str, Any]) -> dict[str, Any]:
    if run["status"] != "SUCCEEDED":
        raise Failed(f"run {run['runId']} ended {run['status']}: {run.get('failure') or run['optionalFailed']}")
    return run
