"""python run.py [--json] [--all | NAME...]: see checking.command. A tool that is not here skips its check."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import commits
import contents
import images
import pins
from checking import Check, Failed, Skipped, command

ROOT = Path(__file__).resolve().parents[2]
ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"


def tool(name: str, *arguments: str) -> None:
    done = subprocess.run([name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed((done.stdout + done.stderr).strip()[-3000:])


def scripts() -> list[str]:
    """The shell scripts that workflows and images run. The launcher's own parts are sourced, and know their variables from one another."""
    rooms = (".github", "infra-terraform", "dbt/image", "extractors/devitjobs/image")
    return sorted(str(file.relative_to(ROOT)) for room in rooms for file in (ROOT / room).glob("*.sh"))


def found(findings: list[str]) -> None:
    if findings:
        raise Failed("; ".join(findings))


def zizmor() -> str:
    tool("zizmor", "--offline", "--quiet", "--persona", "regular", ".github")
    return "no finding in .github/workflows, offline"


def actionlint() -> str:
    if shutil.which("actionlint") is None:
        if shutil.which("go") is None:
            raise Skipped(f"neither actionlint nor go is on PATH; go install {ACTIONLINT}")
        folder = ROOT / ".sluice" / "tools"
        done = subprocess.run(["go", "install", ACTIONLINT], capture_output=True, text=True, check=False,
                              env={**os.environ, "GOBIN": str(folder), "GOFLAGS": "-mod=mod"})
        if done.returncode != 0:
            raise Skipped(f"go could not install {ACTIONLINT}: {done.stderr.strip()[-300:]}")
    tool("actionlint", "-pyflakes=", "-no-color")
    return "no finding"


def hadolint() -> str:
    files = sorted(str(file.relative_to(ROOT)) for file in images.dockerfiles(ROOT))
    tool("hadolint", "--no-color", *files)
    return f"no finding in {', '.join(files)}"


def shellcheck() -> str:
    tool("shellcheck", "--external-sources", *scripts())
    return f"no finding in {len(scripts())} scripts"


def pinned() -> str:
    found(pins.findings(ROOT))
    return "every action by commit, every base image by digest, every lock by hash"


def images_match() -> str:
    found(images.findings(ROOT))
    return "Dockerfiles, scripts and .dockerignore agree"


def messages() -> str:
    log = subprocess.run(["git", "log", "-50", "--no-merges", "--format=%s"], cwd=ROOT, capture_output=True, text=True, check=False)
    if log.returncode != 0 or not log.stdout.strip():
        raise Skipped("no git history here; a clone has one")
    found([finding for line in log.stdout.splitlines() for finding in commits.findings(line)])
    return f"the last {len(log.stdout.splitlines())} follow Conventional Commits"


def runbook() -> str:
    pages = {file.stem for file in (ROOT / "docs" / "runbook").glob("*.md")} - {"README"}
    listed = set(re.findall(r"\]\(([a-z-]+)\.md\)", (ROOT / "docs" / "runbook" / "README.md").read_text()))
    found([f"docs/runbook/{page}.md: expected in README.md" for page in sorted(pages - listed)]
          + [f"docs/runbook/README.md: expected the page {page}.md" for page in sorted(listed - pages)])
    return f"{len(pages)} pages, each in the index"


CHECKS: dict[str, Check] = {
    "pins": pinned,
    "images": images_match,
    "runbook": runbook,
    "commits": messages,
    "zizmor": zizmor,
    "actionlint": actionlint,
    "hadolint": hadolint,
    "shellcheck": shellcheck,
}
# Minutes, not seconds: only when it is named.
LONG_CHECKS: dict[str, Check] = {
    "dbt-contents": lambda: contents.dbt(ROOT),
    "scraper-contents": lambda: contents.scraper(ROOT),
}


if __name__ == "__main__":
    sys.exit(command(sys.argv[1:], CHECKS, LONG_CHECKS))
