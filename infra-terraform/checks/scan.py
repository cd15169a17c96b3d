"""checkov's rules over the stacks, but for those that checkov.yml leaves out with a reason."""

from __future__ import annotations

import json
import sys

from checking import Failed
from checks.places import ROOM, run


def scanned() -> str:
    done = run(
        [sys.executable, "-m", "checkov.main", "--config-file", str(ROOM / "checkov.yml"), "-d", str(ROOM), "-o", "json"],
        ROOM,
        {"LOG_LEVEL": "ERROR", "CHECKOV_OFFLINE": "1"},
    )
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError as broken:
        raise Failed(f"checkov gave no report: {(done.stdout + done.stderr)[-1500:]}") from broken
    wrong = [
        f"{check['check_id']} {check['check_name']} at {check['file_path']}:{check['file_line_range'][0]} ({check['resource']})"
        for check in report["results"]["failed_checks"]
    ]
    if wrong:
        raise Failed(f"{len(wrong)} findings: " + "; ".join(wrong))
    return f"{report['summary']['passed']} passed, {report['summary']['skipped']} left out in place"
