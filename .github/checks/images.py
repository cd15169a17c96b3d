"""A Dockerfile, the scripts it calls, the jar's own classes and .dockerignore say the same."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

SCRAPER = "extractors/devitjobs"


def dockerfiles(root: Path) -> list[Path]:
    return [root / "dbt" / "Dockerfile", root / SCRAPER / "Dockerfile"]


def findings(root: Path) -> list[str]:
    wrong = []
    for file in dockerfiles(root):
        text = file.read_text().replace("\\\n", "")
        name = str(file.relative_to(root))
        wrong += [f"{name}: {finding}" for finding in [*sources(root, text), *programs(root, text), *user(text)]]
    scraper = (root / SCRAPER / "Dockerfile").read_text().replace("\\\n", "")
    return wrong + [f"{SCRAPER}/Dockerfile: {finding}" for finding in function(root, scraper)]


def sources(root: Path, text: str) -> list[str]:
    """What is copied or mounted is in the context; what a build leaves in target/ is not there yet, and stage.sh names it."""
    taken = re.findall(r"^COPY (?!--from)(\S+)", text, re.M) + re.findall(r"type=bind,source=([^, ]+)", text)
    wrong = []
    for path in sorted(set(taken)):
        if "/target/" in path:
            if f'"$target/{path.split("/target/")[1]}' not in (root / path.split("/target/")[0] / "image" / "stage.sh").read_text():
                wrong.append(f"expected image/stage.sh to make {path}")
        elif not (root / path).exists():
            wrong.append(f"expected {path}, found nothing")
        if f"!{path}" not in (root / ".dockerignore").read_text().splitlines():
            wrong.append(f"expected !{path} in .dockerignore")
    return wrong


def programs(root: Path, text: str) -> list[str]:
    """Scripts that are called from a mount are there and may be run."""
    wrong = []
    for source, target in re.findall(r"type=bind,source=([^, ]+),target=(\S+)", text):
        for called in set(re.findall(rf"(?<![=\w]){re.escape(target)}(/\S+\.sh)?(?= |$)", text, re.M)):
            script = root / (source + called)
            if script.is_file() and not os.access(script, os.X_OK):
                wrong.append(f"{source}{called}: expected it to be executable")
            if called and not script.is_file():
                wrong.append(f"expected {source}{called}, found nothing")
    return wrong


def user(text: str) -> list[str]:
    """Every stage that is shipped, so every one that names a user, names one without rights; the last one must."""
    last = re.split(r"^FROM ", text, flags=re.M)[-1]
    users = re.findall(r"^USER (\S+)", text, re.M)
    wrong = [f"expected a user by number that is not root, found {its}" for its in users if not re.fullmatch(r"[1-9]\d*:[1-9]\d*", its)]
    return wrong + ([] if re.search(r"^USER ", last, re.M) else ["expected USER in the last stage, found none"])


def function(root: Path, text: str) -> list[str]:
    """The handler exists, and the variables are those that the function reads."""
    code = root / SCRAPER / "src/main/java"
    handler, method = json.loads(re.search(r"^CMD (\[.*])", text, re.M)[1])[0].split("::")
    wrong = [] if (code / (handler.replace(".", "/") + ".java")).is_file() else [f"expected class {handler} in {SCRAPER}, found none"]
    wrong += [] if method == "handleRequest" else [f"expected handleRequest, found {method}"]
    read = set(re.findall(r'String \w+ = "([A-Z_]+)"', (code / "sluice/extractors/devitjobs/Chromium.java").read_text()))
    given = set(re.findall(r"\b([A-Z_]+)=", re.search(r"^ENV (.*)", text, re.M)[1]))
    return wrong + [f"expected ENV {name}, which Chromium.java reads" for name in sorted(read - given)]
