"""What the benches share: runs a command by itself and tells its CPU seconds and peak memory; starts our Java from a built checkout.

Build it once: `mvn -pl validator,extractors/kit -am test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path.txt`."""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def java(room: str, main: str, *arguments: object, heap: int) -> list[str]:
    """A command that runs a class of a room's tests with so many megabytes of heap."""
    target = ROOT / room / "target"
    listed = target / "class-path.txt"
    if not listed.exists():
        sys.exit(f"{listed} is missing; build the room first:\n  "
                 f"mvn -pl {room} -am test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path.txt")
    class_path = os.pathsep.join([str(target / "test-classes"), str(target / "classes"), listed.read_text().strip()])
    binary = Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java"
    return [str(binary), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", f"-Xmx{heap}m", "-cp", class_path, main, *map(str, arguments)]


def measure(command: list[str]) -> dict:
    """CPU is user + system of the whole process, memory its maximum resident set; `said` is the JSON document it printed last, if any."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read().strip()
    _, status, used = os.wait4(process.pid, 0)
    run = {"exit": os.waitstatus_to_exitcode(status), "cpuSeconds": round(used.ru_utime + used.ru_stime, 1),
           "wallSeconds": round(time.monotonic() - begin, 1), "peakBytes": used.ru_maxrss * 1024}
    return {**run, "said": json.loads(said.splitlines()[-1])} if said.startswith("{") else run


def interleaved(tools: dict, runs: int, inside: list[str]) -> list[dict]:
    """Each tool once, then each once more. A tool is a function of a folder that answers its command, or the name of a Python module:
    this process is then started again with `inside`, the tool's name and a folder."""
    results = []
    for _ in range(runs):
        for tool, command in tools.items():
            if not callable(command) and importlib.util.find_spec(command) is None:
                print(f"{command} is not installed: {tool} is left out", file=sys.stderr)
                continue
            with tempfile.TemporaryDirectory(prefix="sluice-bench-") as out:
                results.append({"tool": tool, **measure(
                    command(out) if callable(command) else [sys.executable, sys.argv[0], *inside, "--inside", f"{tool},{out}"])})
    return results


def report(kind: str, runs: list[dict], **more: object) -> int:
    """Prints the one document of a bench; the exit code is 1 where a run failed."""
    print(json.dumps({"kind": kind, "processors": os.cpu_count(), **more, "runs": runs}, indent=2))
    return 0 if all(run["exit"] == 0 for run in runs) else 1


def options(description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    return parser
