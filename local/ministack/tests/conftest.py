"""A started emulator for each test module, and the Java functions that the tests deploy."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .emulator import Emulator

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
RUNTIME = PROJECT / "local" / "runtime" / "target"


def java(program: str) -> str:
    home = os.environ.get("JAVA_HOME")
    found = str(Path(home, "bin", program)) if home else shutil.which(program)
    if not found or not os.path.exists(found):
        raise RuntimeError(f"{program} was not found; set JAVA_HOME to a JDK 25")
    return found


@pytest.fixture(scope="session")
def runtime_class_path() -> str:
    """The runtime loop as Maven builds it."""
    listing = RUNTIME / "classpath.txt"
    if not listing.exists():
        raise RuntimeError("local/runtime is not built; run mvn -pl local/runtime package first")
    return os.pathsep.join([str(RUNTIME / "classes"), listing.read_text().strip()])


@pytest.fixture(scope="session")
def function_jar(tmp_path_factory: pytest.TempPathFactory, runtime_class_path: str) -> Path:
    """The handlers of tests/java, as a jar that can be deployed."""
    folder = tmp_path_factory.mktemp("functions")
    sources = sorted(map(str, (HERE / "java").rglob("*.java")))
    subprocess.run(
        [java("javac"), "--release", "21", "-cp", runtime_class_path, "-d", str(folder / "classes"), *sources], check=True
    )
    jar = folder / "functions.jar"
    with zipfile.ZipFile(jar, "w") as archive:
        for file in sorted((folder / "classes").rglob("*.class")):
            archive.write(file, file.relative_to(folder / "classes"))
    return jar


@pytest.fixture(scope="module")
def build_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where CodeBuild's commands run."""
    return tmp_path_factory.mktemp("sources")


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory, runtime_class_path: str, build_dir: Path) -> Iterator[Emulator]:
    with Emulator(
        tmp_path_factory.mktemp("state"),
        SLUICE_LAMBDA_JAVA=java("java"),
        SLUICE_LAMBDA_RUNTIME=runtime_class_path,
        SLUICE_BUILD_DIR=str(build_dir),
        SLUICE_CRAWL_SECONDS="0",
        SFN_WAIT_SCALE="0.01",
    ) as started:
        yield started
