#!/usr/bin/env python3
"""Times the main job and its memory: `bench/main_job.py [--runs N] [-- arguments of ./sluice demo]`.

Each run is a whole `./sluice demo` in a fresh home, so that nothing is warm but what was built. Memory is the peak of the
sum of PSS (proportional set size, /proc/<pid>/smaps_rollup) over all processes of the command: it counts shared pages
once. Prints one JSON document: seconds of the run (from the start of the execution to its end), of the whole command,
and peak bytes, for each run."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_SECONDS = 0.25


def session_members(home: str) -> list[int]:
    """The processes that belong to this home: the world starts them in sessions of their own, so parents do not tell."""
    members = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if home.encode() in (entry / "environ").read_bytes() or home.encode() in (entry / "cmdline").read_bytes():
                members.append(int(entry.name))
        except OSError:
            continue  # ended meanwhile
    return members


def pss(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # ended meanwhile
    return 0


def with_children(pids: list[int]) -> set[int]:
    family = set(pids)
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    queue = list(pids)
    while queue:
        for child in parents.get(queue.pop(), []):
            if child not in family:
                family.add(child)
                queue.append(child)
    return family


def measure(arguments: list[str]) -> dict:
    with tempfile.TemporaryDirectory(prefix="sluice-bench-") as home:
        begin = time.monotonic()
        command = subprocess.Popen(
            [str(ROOT / "sluice"), "demo", "--json", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "SLUICE_HOME": home})
        peak = 0

        def sample() -> None:
            nonlocal peak
            while command.poll() is None:
                peak = max(peak, sum(pss(pid) for pid in with_children(session_members(home))))
                time.sleep(SAMPLE_SECONDS)

        sampler = threading.Thread(target=sample)
        sampler.start()
        answer, _ = command.communicate()
        sampler.join()
        document = json.loads(answer)
        return {
            "status": document.get("status", "error"),
            "runSeconds": document.get("seconds", {}).get("run"),
            "commandSeconds": round(time.monotonic() - begin, 1),
            "peakBytes": peak,
        }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("arguments", nargs="*", help="for ./sluice demo, after --")
    options = parser.parse_args()
    runs = [measure(options.arguments) for _ in range(options.runs)]
    print(json.dumps({"kind": "sluice.bench-main-job/1", "processors": os.cpu_count(), "runs": runs}, indent=2))
    return 0 if all(run["status"] == "SUCCEEDED" for run in runs) else 1


if __name__ == "__main__":
    sys.exit(main())
