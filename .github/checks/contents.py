"""What the images hold, made by the Dockerfiles' own scripts in a folder, without Docker, and run from there: minutes, not seconds."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from checking import Failed, Skipped

ADVERTS = 60
PATIENCE = 180
REGION = "eu-central-1"
RUN = "20260101T060000Z-image"


def dbt(root: Path) -> str:
    """Both environments by their locks; dbt reads the project with the one, edr starts in the other."""
    script, room = root / "dbt/image/environment.sh", root / "dbt"
    with tempfile.TemporaryDirectory() as folder:
        opt = Path(folder)
        must([script, opt / "dbt", room / "requirements.lock"])
        must([script, opt / "elementary", room / "elementary/builder.lock", room / "elementary/requirements.lock"])
        shutil.copytree(room, opt / "project", ignore=shutil.ignore_patterns("target", "logs", "checks"))
        must([opt / "project/documents.sh", opt / "documents"], {"PATH": f"{opt}/dbt/bin:{os.environ['PATH']}"})
        version = re.search(r"installed: (\S+)", must([opt / "dbt/bin/dbt", "--version"]))
        must([opt / "elementary/bin/edr", "--help"], {"HOME": folder})
        return f"dbt {version[1]} read the project; edr starts (Python {sys.version_info.major}.{sys.version_info.minor})"


def scraper(root: Path) -> str:
    """An empty Debian, the image's packages and files, and its ENTRYPOINT as its USER: it must land every advert of the sample board."""
    for name, mend in (("debootstrap", "Debian's package debootstrap"), ("unshare", "Debian's package util-linux")):
        if shutil.which(name) is None:
            raise Skipped(f"{name} is not here; {mend} brings it")
    if os.geteuid() != 0:
        raise Skipped("only root can change into another root folder; run it with sudo")
    python, java = root / ".sluice/venv/ministack/bin/python", Path(os.environ.get("JAVA_HOME", "/nowhere")) / "bin/java"
    jar, path = next(iter((root / "local/sites/target").glob("local-sites-*.jar")), None), root / "local/sites/target/classpath.txt"
    if not (python.exists() and java.exists() and jar and path.exists()):
        raise Skipped("the local AWS or the sample board is not built; ./sluice up && ./sluice down builds both, JAVA_HOME names the JDK")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        image = folder / "root"
        made(root, image)
        store = free_port()
        stack.enter_context(process([python, "-m", "ministack"], folder / "store.log", {"GATEWAY_PORT": str(store), "BIND_HOST": "127.0.0.1"}))
        board = stack.enter_context(process(
            [java, "-cp", f"{jar}:{path.read_text().strip()}", "sluice.local.sites.SitesMain", "--state-dir", folder / "sites",
             "--adverts", str(ADVERTS), "--data", "none"], folder / "board.log"))
        site = json.loads(first_line(board, "READY ", folder / "board.log"))["site"].rstrip("/")
        bucket(f"http://127.0.0.1:{store}/raw")
        lambda_api = stack.enter_context(runtime_api())
        function = stack.enter_context(process(entered(root, image, lambda_api, store, site), folder / "function.log"))
        until = time.monotonic() + PATIENCE
        while not lambda_api.answered.wait(0.5):
            if function.poll() is not None or time.monotonic() > until:
                raise Failed(f"the function gave no answer: {(folder / 'function.log').read_text()[-1500:]}")
        answer = json.loads(lambda_api.answer)
        if (answer.get("status"), answer.get("rows")) != ("complete", ADVERTS):
            raise Failed(f"expected {ADVERTS} rows, found {lambda_api.answer[:1500]}")
        return f"{answer['rows']} of {answer['statedTotal']} adverts landed from an unpacked root, without rights"


def made(root: Path, image: Path) -> None:
    must([root / "extractors/devitjobs/image/stage.sh"])
    suite = re.search(r"^FROM debian:(\w+)-slim", dockerfile(root), re.M)[1]
    must(["debootstrap", "--variant=minbase", suite, image])
    shutil.copy(root / "extractors/devitjobs/image/install.sh", image / "tmp")
    shutil.copy("/etc/resolv.conf", image / "etc")
    must(inside(image, "0:0", ["/tmp/install.sh"]))
    shutil.copytree(root / "extractors/devitjobs/target/image", image / "opt/sluice")


def inside(image: Path, user: str, command: list[str]) -> list[str]:
    """The mounts belong to the command's own namespace: they end with it, however it ends."""
    mounts = 'image=$1 user=$2; shift 2; mount -t proc proc "$image/proc"; exec chroot --userspec="$user" "$image" "$@"'
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", mounts, "sh", str(image), user, *command]


def entered(root: Path, image: Path, lambda_api: RuntimeApi, store: int, site: str) -> list[str]:
    text = dockerfile(root)
    words = [word for name in ("ENTRYPOINT", "CMD") for word in json.loads(re.search(rf"^{name} (\[.*])", text, re.M)[1])]
    base = f"{site}/devitjobs"
    variables = re.findall(r"\b([A-Z_]+=\S+)", re.search(r"^ENV (.*)", text, re.M)[1]) + [
        "PATH=/usr/bin:/bin", f"AWS_LAMBDA_RUNTIME_API={lambda_api.address}", "AWS_LAMBDA_FUNCTION_NAME=image", "AWS_LAMBDA_FUNCTION_VERSION=1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=2048", "AWS_LAMBDA_LOG_GROUP_NAME=image", "AWS_LAMBDA_LOG_STREAM_NAME=image",
        f"AWS_REGION={REGION}", "AWS_ACCESS_KEY_ID=image", "AWS_SECRET_ACCESS_KEY=image", f"AWS_ENDPOINT_URL=http://127.0.0.1:{store}",
        f"SLUICE_BASE_URL={base}", f"SLUICE_EGRESS_ALLOW={site.split('//')[1]}",
    ] + [f"SLUICE_{zone}_BUCKET={zone.lower()}" for zone in ("RAW", "LANDING", "VALIDATED", "QUARANTINE", "CURATED", "DQ_RESULTS", "REPLAY", "ATHENA_RESULTS")]
    return inside(image, re.search(r"^USER (\S+)", text, re.M)[1], ["/usr/bin/env", "-i", *variables, *words])


def dockerfile(root: Path) -> str:
    return (root / "extractors/devitjobs/Dockerfile").read_text().replace("\\\n", "")


class RuntimeApi(ThreadingHTTPServer):
    """Lambda's side of its runtime interface: one event, and whatever the function says of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), RuntimeCall)
        self.address = f"127.0.0.1:{self.server_port}"
        self.taken, self.answered, self.over, self.answer = threading.Event(), threading.Event(), threading.Event(), ""


class RuntimeCall(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: RuntimeApi

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.server.taken.is_set():
            self.server.over.wait()  # as Lambda does while there is nothing to do
            return
        self.server.taken.set()
        event = json.dumps({"source": "devitjobs", "runId": RUN, "ingestDate": "2026-01-01", "startedAt": "2026-01-01T06:00:00Z", "leg": 0}).encode()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "1")
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + PATIENCE) * 1000)))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:image")
        self.send_header("Content-Type", "application/json")  # the client's native part takes it for granted
        self.send_header("Content-Length", str(len(event)))
        self.end_headers()
        self.wfile.write(event)

    def do_POST(self) -> None:
        self.server.answer = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.answered.set()


@contextmanager
def runtime_api() -> Iterator[RuntimeApi]:
    with RuntimeApi() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()


@contextmanager
def process(command: list[object], log: Path, environment: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose output goes to a file; it ends here, asked first."""
    with log.open("wb") as out:
        started = subprocess.Popen([str(word) for word in command], stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}, cwd=log.parent)
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def must(command: list[object], environment: dict[str, str] | None = None) -> str:
    done = subprocess.run([str(word) for word in command], env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{' '.join(str(word) for word in command[:3])} ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-1500:]}")
    return done.stdout


def first_line(its: subprocess.Popen[bytes], beginning: str, log: Path) -> str:
    """What follows on this beginning, as soon as it is said."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and its.poll() is None:
        for line in log.read_text().splitlines():
            if line.startswith(beginning):
                return line.removeprefix(beginning)
        time.sleep(0.1)
    raise Failed(f"no {beginning.strip()}: {log.read_text()[-1500:]}")


def bucket(address: str) -> None:
    region = f"<CreateBucketConfiguration><LocationConstraint>{REGION}</LocationConstraint></CreateBucketConfiguration>".encode()
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(urllib.request.Request(address, region, method="PUT"), timeout=5).close()
            return
        except OSError as refused:
            if time.monotonic() > until:
                raise Failed(f"the local AWS made no bucket: {refused}") from refused
            time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as its:
        its.bind(("127.0.0.1", 0))
        return its.getsockname()[1]
