"""What is fetched from elsewhere is fetched by what it is, not by a name that can move."""

from __future__ import annotations

import re
from pathlib import Path

import images

ACTION = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def findings(root: Path) -> list[str]:
    return [*actions(root), *base_images(root), *locks(root)]


def actions(root: Path) -> list[str]:
    wrong = []
    versions: dict[str, set[str]] = {}
    for file in sorted((root / ".github" / "workflows").glob("*.yml")):
        for number, line in enumerate(file.read_text().splitlines(), start=1):
            used = re.search(r"uses: (\S.*)", line)
            if used is None or used[1].startswith("./"):
                continue
            if not ACTION.fullmatch(used[1]):
                wrong.append(f"{file.name}:{number}: expected owner/action@<commit> # v1.2.3, found {used[1]}")
            versions.setdefault(used[1].split("@")[0], set()).add(used[1])
    return wrong + [f"{action}: expected one version in all workflows, found {len(used)}" for action, used in versions.items() if len(used) > 1]


def base_images(root: Path) -> list[str]:
    wrong = []
    for file in images.dockerfiles(root):
        stages: set[str] = set()
        for line in file.read_text().splitlines():
            base = re.match(r"FROM (\S+)(?: AS (\S+))?", line)
            if base is None:
                continue
            if base[1] not in stages and not re.fullmatch(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}", base[1]):
                wrong.append(f"{file.relative_to(root)}: expected name:tag@sha256:<digest>, found {base[1]}")
            stages.add(base[2])
    return wrong


def locks(root: Path) -> list[str]:
    wrong = []
    for file in [*root.glob(".github/*.lock"), *root.glob("dbt/*.lock"), *root.glob("dbt/elementary/*.lock")]:
        for entry in re.split(r"\n(?=\S)", file.read_text()):
            if re.match(r"[a-z0-9]", entry) and "--hash=sha256:" not in entry:
                wrong.append(f"{file.relative_to(root)}: expected a hash for {entry.splitlines()[0]}")
    return wrong
