"""A child tree ends as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from sluice_ministack import scratch
from sluice_ministack.processes import ChildTree, family

from .emulator import alive, wait_for


def start(script: str, folder: Path) -> ChildTree:
    return ChildTree(["sh", "-c", script], directory=folder, environment={"PATH": os.environ["PATH"]})


def pids(tree: ChildTree) -> list[int]:
    return [int(pid) for pid in tree.output.readline().split()]


def test_children_end_with_their_parent(tmp_path):
    tree = start("sleep 1000 & echo $!; wait", tmp_path)
    (child,) = pids(tree)
    assert child in family(tree.pid)
    tree.end()
    assert not alive(child)
    assert tree.poll() is not None


def test_a_child_that_ignores_the_request_is_made_to_end(tmp_path):
    tree = start("trap : TERM; sh -c 'trap : TERM; echo $$; while :; do sleep 1; done' & while :; do sleep 1; done", tmp_path)
    (child,) = pids(tree)
    tree.end(grace=0.1)
    assert not alive(child)


def test_a_child_that_left_the_session_is_found_by_its_descent(tmp_path):
    python = f"{sys.executable} -c 'import os, time; os.setsid(); print(os.getpid(), flush=True); time.sleep(1000)'"
    tree = start(f"{python} & wait", tmp_path)
    (child,) = pids(tree)
    tree.end()
    wait_for(lambda: not alive(child), 10)


def test_a_child_whose_parent_has_ended_is_found_by_its_session(tmp_path):
    tree = start("(sleep 1000 & echo $!); while :; do sleep 1; done", tmp_path)
    (child,) = pids(tree)
    tree.end()
    assert not alive(child)


def test_the_childs_standard_input_ends_with_this_process(tmp_path):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from sluice_ministack.processes import ChildTree;"
            "t = ChildTree(['sh', '-c', 'echo $$; read -r line || exit 0'], directory=Path('/'), environment={'PATH': '/usr/bin:/bin'});"
            "print(t.output.readline().decode(), flush=True); time.sleep(1000)",
        ],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=subprocess.PIPE,
    )
    child = int(holder.stdout.readline())
    assert alive(child)
    holder.kill()
    holder.wait()
    holder.stdout.close()
    wait_for(lambda: not alive(child), 10)


def test_ending_twice_is_ending_once(tmp_path):
    tree = start("exit 3", tmp_path)
    assert tree.wait() == 3
    started = time.monotonic()
    tree.end()
    tree.end()
    assert time.monotonic() - started < 1


def test_scratch_folders_of_killed_emulators_are_removed(tmp_path):
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = tmp_path / f"sluice-ministack-{ended.pid}-abc"
    living = tmp_path / f"sluice-ministack-{os.getppid()}-abc"
    foreign = tmp_path / "something-else"
    for folder in (left, living, foreign):
        folder.mkdir()
    mine = scratch.make(tmp_path)
    assert not left.exists()
    assert living.exists() and foreign.exists()
    assert mine.name.startswith(f"sluice-ministack-{os.getpid()}-")
    scratch.remove(mine)
    assert not mine.exists()
