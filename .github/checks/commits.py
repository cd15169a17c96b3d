"""Conventional Commits: python commits.py FILE (a message, as the commit-msg hook gets it) or --since COMMIT (all up to HEAD)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

TYPES = ("build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test")
SUBJECT = re.compile(rf"({'|'.join(TYPES)})(\([a-z0-9][a-z0-9 ,./_-]*\))?!?: \S.*")
LONGEST = 140


def findings(subject: str) -> list[str]:
    """What is wrong with the first line of a message."""
    if re.match(r'(Merge|Revert) |(fixup|squash)! ', subject):  # git's own words
        return []
    wrong = []
    if not SUBJECT.fullmatch(subject):
        wrong.append(f'"{subject}": expected "type(room): what", type one of {", ".join(TYPES)}')
    if len(subject) > LONGEST:
        wrong.append(f'"{subject}": expected {LONGEST} characters at most, found {len(subject)}')
    return wrong


def subjects(arguments: list[str]) -> list[str]:
    if arguments[0] == "--since":
        command = ["git", "log", "--no-merges", "--format=%s", f"{arguments[1]}..HEAD"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return Path(arguments[0]).read_text().splitlines()[:1] or [""]


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    wrong = [finding for subject in subjects(sys.argv[1:]) for finding in findings(subject)]
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    sys.exit(bool(wrong))
