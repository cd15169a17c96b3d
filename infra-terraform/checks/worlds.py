"""Local worlds, each in a home of its own, and the command line that works in them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checking import Failed, Skipped
from checks.places import REPOSITORY, run, work


@dataclass(frozen=True)
class Sluice:
    """The command line in a home of its own."""

    home: Path

    def __call__(self, *words: str) -> dict[str, Any]:
        """The document that a command answers with --json; its exit code must be 0."""
        done = run([str(REPOSITORY / "sluice"), *words, "--json"], environment={"SLUICE_HOME": str(self.home)})
        if done.returncode != 0:
            raise Failed(f"./sluice {' '.join(words)} ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-2000:]}")
        return json.loads(done.stdout)


@dataclass(frozen=True)
class World:
    """A world that is up, and what stacks must be told to work in it: `functions` has variables by function name."""

    sluice: Sluice
    endpoint: str
    postgres: dict[str, str]
    functions: dict[str, dict[str, str]]


@contextmanager
def world(name: str, kind: str, **variables: str) -> Iterator[World]:
    """A "provisioned" world is as `./sluice up` makes it, an "empty" one waits for stacks. It ends with the block, and with this process
    however that ends."""
    if "SLUICE_CHROMIUM" not in os.environ:
        raise Skipped("a whole world needs what the launcher finds on this machine; run ./sluice prove aws")
    home = work(name)
    shutil.rmtree(home)  # nothing of an earlier day
    home.mkdir()
    target = REPOSITORY / "cli/target"  # the one room that everything else is on the class path of
    path = f"{target / 'cli-0.1.0.jar'}{os.pathsep}{(target / 'classpath.txt').read_text().strip()}"
    log = (work("logs") / f"{name}.log").open("w")
    process = subprocess.Popen(
        [os.environ["SLUICE_JAVA"], "-cp", path, "sluice.local.world.WorldMain", str(REPOSITORY), str(home), kind],
        env={**os.environ, **variables}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
    )
    try:
        yield World(Sluice(home), **_ready(process, log.name))
    finally:
        process.communicate()  # the end of its standard input is its end
        log.close()


def _ready(process: subprocess.Popen[str], log: str) -> dict[str, Any]:
    for line in process.stdout or ():
        if line.startswith("READY "):
            return json.loads(line.removeprefix("READY "))
    raise Failed(f"the world did not start; see {log}")
