"""Where things lie, and the programs that checks start."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from checking import Failed, Skipped

ROOM = Path(__file__).resolve().parent.parent
REPOSITORY = ROOM.parent
STACKS = ("foundation", "compute", "contracts")


def work(name: str) -> Path:
    """A folder for what a check makes; nothing is written into the repository."""
    folder = Path(os.environ["SLUICE_HOME"]) / "terraform" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def program(name: str, mend: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Skipped(f"{name} is not here; {mend}")
    return found


def java() -> str:
    """The JDK that the build was made with."""
    return str(Path(os.environ["JAVA_HOME"]) / "bin/java") if "JAVA_HOME" in os.environ else program("java", "install JDK 25")


def built(room: str) -> None:
    """The stacks deploy jars, so some checks need the build."""
    if not (REPOSITORY / room / "target").is_dir():
        raise Skipped(f"{room} is not built; mvn -B -ntp package -DskipTests builds it")


def run(
    command: Sequence[str], folder: Path = REPOSITORY, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )


def must(command: Sequence[str], folder: Path = REPOSITORY, environment: Mapping[str, str] | None = None) -> str:
    """Standard output of a command that must succeed."""
    done = run(command, folder, environment)
    if done.returncode != 0:
        raise Failed(f"{' '.join(command[:3])} ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-2000:]}")
    return done.stdout
