"""Counts the tests of one run from the JUnit XML that every runner leaves, names the skipped ones with their reasons,
and prints one closing line. Exits 1 when a test failed or when there was no test at all."""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def outcomes(file: Path):
    """One (outcome, class, name, reason) per test case of a JUnit XML file."""
    suite = ElementTree.parse(file).getroot()
    cases = list(suite.iter("testcase"))
    if suite.tag == "testsuite" and not cases:
        # What Surefire leaves of a class whose assumption failed before its first test.
        yield "skipped", suite.get("name"), "all", "its runner kept no reason"
    for case in cases:
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            yield "failed", case.get("classname"), case.get("name"), ""
        elif skipped is not None:
            reason = skipped.get("message") or (skipped.text or "").strip().split("\n")[0]
            yield "skipped", case.get("classname"), case.get("name"), reason or "no reason given"
        else:
            yield "passed", case.get("classname"), case.get("name"), ""


def main(root: Path, results: Path) -> int:
    files = [*root.glob("*/target/surefire-reports/TEST-*.xml"), *root.glob("*/*/target/surefire-reports/TEST-*.xml"), *results.glob("*.xml")]
    counts: Counter[str] = Counter()
    skipped: dict[tuple[str, str], list[str]] = {}
    for file in files:
        for outcome, group, name, reason in outcomes(file):
            counts[outcome] += 1
            if outcome == "failed":
                print(f"failed: {group}.{name}")
            elif outcome == "skipped":
                skipped.setdefault((group, reason), []).append(name)
    for (group, reason), names in skipped.items():
        # A class that was skipped as a whole is one line.
        print(f"skipped: {group}{'.' + names[0] if len(names) == 1 else f' ({len(names)} tests)'}: {reason}")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
