"""Counts the tests of one run from the JUnit XML that every runner leaves, names the skipped ones with their reasons,
and prints one closing line. Exits 1 when a test failed or when there was no test at all."""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def outcomes(file: Path):
    """One (outcome, name, reason) per test case of a JUnit XML file."""
    for case in ElementTree.parse(file).getroot().iter("testcase"):
        name = f"{case.get('classname')}.{case.get('name')}"
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            yield "failed", name, ""
        elif skipped is not None:
            reason = skipped.get("message") or (skipped.text or "").strip().split("\n")[0]
            yield "skipped", name, reason or "no reason given"
        else:
            yield "passed", name, ""


def main(root: Path, results: Path) -> int:
    files = [*root.glob("*/target/surefire-reports/TEST-*.xml"), *root.glob("*/*/target/surefire-reports/TEST-*.xml"), *results.glob("*.xml")]
    counts: Counter[str] = Counter()
    for file in files:
        for outcome, name, reason in outcomes(file):
            counts[outcome] += 1
            if outcome != "passed":
                print(f"{outcome}: {name}{': ' + reason if reason else ''}")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
