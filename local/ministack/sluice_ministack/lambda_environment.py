"""One JVM with the function's own jar, its Runtime API and its private temporary folder; made once, ended once."""

from __future__ import annotations

import os
import queue
import shlex
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from .base_environment import base_environment
from .lambda_runtime_api import Exited, Happening, Invocation, RuntimeApi
from .processes import ChildTree
from .settings import Settings


class ExecutionEnvironment:
    """Everything that one start of a function owns."""

    def __init__(
        self,
        settings: Settings,
        scratch: Path,
        config: dict,
        code_zip: bytes | None,
        log_names: tuple[str, str],
        on_line: Callable[[str], None],
    ) -> None:
        self._api = RuntimeApi()
        self._temporary = Path(tempfile.mkdtemp(prefix="function-", dir=scratch))
        try:
            code = lambda_svc._provided_runtime_code_dir(code_zip) if code_zip else str(self._temporary)
            variables = _variables(config, code, self._temporary, self._api.address, log_names)
            self._process = ChildTree(
                java_command(settings, config, variables, code, self._temporary),
                directory=Path(code),
                environment=variables,
            )
        except BaseException:
            self._discard()
            raise
        threading.Thread(target=self._pump, args=(on_line,), daemon=True, name="function-log").start()

    @property
    def process(self) -> ChildTree:
        return self._process

    def offer(self, invocation: Invocation) -> None:
        self._api.offer(invocation)

    def next_happening(self, seconds: float) -> Happening | None:
        """What happens next, or None when nothing does in time."""
        try:
            return self._api.happenings.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None

    def peak_megabytes(self) -> int:
        """The JVM's high-water mark, where the system tells it."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text()
        except OSError:
            return 0
        return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)

    def end(self) -> None:
        """May be called more than once, and while another thread waits for a happening: it then sees the exit."""
        self._process.end()
        self._discard()

    def _discard(self) -> None:
        self._api.close()
        shutil.rmtree(self._temporary, ignore_errors=True)

    def _pump(self, on_line: Callable[[str], None]) -> None:
        for raw in self._process.output:
            on_line(raw.decode("utf-8", errors="replace").rstrip("\r\n"))
        self._api.happenings.put(Exited(self._process.wait()))


def java_command(settings: Settings, config: dict, variables: dict[str, str], code: str, temporary: Path) -> list[str]:
    """The function's jar stands first and under its own path, because a class archive is valid only for exactly that class path."""
    jar = variables.get("SLUICE_LOCAL_JAR")
    class_path = [jar] if jar else [code, os.path.join(code, "lib", "*")]
    return [
        settings.lambda_java,
        # The rest of the memory is for what a JVM needs outside of its heap.
        f"-Xmx{max(32, int(config.get('MemorySize', 128)) * 3 // 4)}m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        f"-Djava.io.tmpdir={temporary}",
        *settings.lambda_java_options,
        *shlex.split(variables.get("SLUICE_LOCAL_JAVA_OPTS", "")),
        "-cp",
        os.pathsep.join([*class_path, *filter(None, settings.lambda_runtime.split(os.pathsep))]),
        "sluice.local.runtime.RuntimeMain",
    ]


def handler_of(config: dict) -> str:
    """An image names its handler in its command, or in itself; nobody looks into an image here, so its function's environment says it."""
    command = ((config.get("ImageConfigResponse") or {}).get("ImageConfig") or {}).get("Command") or []
    return command[0] if command else config.get("Handler") or lambda_svc._runtime_env_vars(config).get("SLUICE_LOCAL_HANDLER", "")


def _variables(config: dict, code: str, temporary: Path, runtime_api: str, log_names: tuple[str, str]) -> dict[str, str]:
    _, region = lambda_runtime._account_region_from_function_config(config)
    return (
        base_environment(region=region, temporary=temporary)
        | lambda_runtime.execution_credentials(config)
        | lambda_svc._runtime_env_vars(config)
        | {
            "AWS_LAMBDA_RUNTIME_API": runtime_api,
            "AWS_LAMBDA_FUNCTION_NAME": config.get("FunctionName", "unknown"),
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(config.get("MemorySize", 128)),
            "AWS_LAMBDA_FUNCTION_VERSION": config.get("Version", "$LATEST"),
            "AWS_LAMBDA_LOG_GROUP_NAME": log_names[0],
            "AWS_LAMBDA_LOG_STREAM_NAME": log_names[1],
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{config.get('Runtime') or 'Image'}",
            "LAMBDA_TASK_ROOT": code,
            "_HANDLER": handler_of(config),
        }
    )
