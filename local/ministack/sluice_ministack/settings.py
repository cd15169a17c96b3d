"""What the environment says about this emulator, checked before anything starts."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


class InvalidSettings(ValueError):
    """A variable has a value that cannot be used; the message names both."""


@dataclass(frozen=True)
class Settings:
    """One start of the emulator."""

    port: int
    region: str
    lambda_java: str
    lambda_runtime: str
    lambda_java_options: tuple[str, ...]
    lambda_idle: timedelta
    athena_url: str | None
    build_dir: Path
    build_path: str
    crawl_time: timedelta
    state_dir: Path | None
    lifeline: bool
    calls_file: Path | None

    @staticmethod
    def of(environment: Mapping[str, str]) -> Settings:
        return Settings(
            port=_whole(environment, "GATEWAY_PORT", 0),
            region=environment.get("MINISTACK_REGION") or environment.get("AWS_REGION") or "eu-central-1",
            lambda_java=environment.get("SLUICE_LAMBDA_JAVA", "java"),
            lambda_runtime=environment.get("SLUICE_LAMBDA_RUNTIME", ""),
            lambda_java_options=tuple(shlex.split(environment.get("SLUICE_LAMBDA_JAVA_OPTS", ""))),
            lambda_idle=_seconds(environment, "SLUICE_LAMBDA_IDLE_SECONDS", 300),
            athena_url=environment.get("SLUICE_ATHENA_URL") or None,
            build_dir=_absolute(environment, "SLUICE_BUILD_DIR") or Path.cwd(),
            build_path=environment.get("SLUICE_BUILD_PATH", ""),
            crawl_time=_seconds(environment, "SLUICE_CRAWL_SECONDS", 0.3),
            state_dir=_absolute(environment, "SLUICE_STATE_DIR"),
            lifeline=environment.get("SLUICE_LIFELINE", "") == "1",
            calls_file=_absolute(environment, "SLUICE_LOCAL_CALLS"),
        )

    def for_ministack(self, port: int, scratch: Path) -> dict[str, str]:
        """MiniStack reads these while its modules are imported, so they must be set before the first import."""
        variables = {
            "GATEWAY_PORT": str(port),
            "BIND_HOST": "127.0.0.1",
            "MINISTACK_HOST": "127.0.0.1",
            "MINISTACK_REGION": self.region,
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "MINISTACK_CODEBUILD_EXECUTE": "1",
            # The local Athena answers queries; MiniStack must not import an engine of its own.
            "ATHENA_ENGINE": "mock",
            # Listeners and engines that the pipeline has no use for: each costs start time, memory or a fixed port.
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "DOCKER_HOST": f"unix://{scratch}/no-docker.sock",
            "TMPDIR": str(scratch),
        }
        if self.state_dir:
            variables |= {
                "PERSIST_STATE": "1",
                "S3_PERSIST": "1",
                "STATE_DIR": str(self.state_dir / "services"),
                "S3_DATA_DIR": str(self.state_dir / "s3"),
            }
        return variables


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdigit() or int(text) > 65535:
        raise InvalidSettings(f"{name} is {text!r}; expected a port number between 0 and 65535 (0 takes any free one)")
    return int(text)


def _seconds(environment: Mapping[str, str], name: str, default: float) -> timedelta:
    text = environment.get(name, str(default))
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < 1e9:
        raise InvalidSettings(f"{name} is {text!r}; expected a number of seconds that is not negative")
    return timedelta(seconds=seconds)


def _absolute(environment: Mapping[str, str], name: str) -> Path | None:
    text = environment.get(name)
    if not text:
        return None
    if not os.path.isabs(text):
        raise InvalidSettings(f"{name} is {text!r}; expected an absolute path")
    return Path(text)
