"""A buildspec (version 0.2) as one shell script, which says on its own output what it is doing."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

PHASES = ("install", "pre_build", "build", "post_build")


class InvalidBuildspec(ValueError):
    """The buildspec cannot be run; the message says where."""


@dataclass(frozen=True)
class Phase:
    name: str
    commands: tuple[str, ...]
    always: tuple[str, ...]
    goes_on_after_failure: bool

    @property
    def type(self) -> str:
        return self.name.upper()


@dataclass(frozen=True)
class Buildspec:
    shell: str
    variables: Mapping[str, str]
    phases: tuple[Phase, ...]

    @staticmethod
    def parse(text: str) -> Buildspec:
        try:
            document = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise InvalidBuildspec(f"YAML_FILE_ERROR: {error}") from error
        if not isinstance(document, dict) or not isinstance(document.get("phases"), dict):
            raise InvalidBuildspec("YAML_FILE_ERROR: the buildspec has no phases")
        unknown = set(document["phases"]) - set(PHASES)
        if unknown:
            raise InvalidBuildspec(f"YAML_FILE_ERROR: unknown phase {sorted(unknown)[0]}, expected one of {', '.join(PHASES)}")
        environment = document.get("env") or {}
        if "parameter-store" in environment or "secrets-manager" in environment:
            raise InvalidBuildspec("the local CodeBuild does not read env.parameter-store or env.secrets-manager of a buildspec")
        return Buildspec(
            shell="bash" if "bash" in str(environment.get("shell", "sh")) else "sh",
            variables={str(name): str(value) for name, value in (environment.get("variables") or {}).items()},
            phases=tuple(_phase(name, document["phases"][name] or {}) for name in PHASES if name in document["phases"]),
        )


def _phase(name: str, body: dict[str, Any]) -> Phase:
    return Phase(
        name,
        _commands(name, "commands", body),
        _commands(name, "finally", body),
        str(body.get("on-failure", "ABORT")).upper() == "CONTINUE",
    )


def _commands(phase: str, key: str, body: dict[str, Any]) -> tuple[str, ...]:
    commands = body.get(key) or []
    if not isinstance(commands, list) or not all(isinstance(command, (str, int, float)) for command in commands):
        raise InvalidBuildspec(f"YAML_FILE_ERROR: {key} of phase {phase} is not a list of commands")
    return tuple(str(command) for command in commands)


def script(phases: tuple[Phase, ...], marker: str) -> str:
    """All phases in one shell, as CodeBuild runs them: what one command exports or changes, the next one sees.

    Each marker line is one thing that happens: ``begin PHASE``, ``run PHASE INDEX``, ``ended PHASE``, ``failed PHASE STATUS``.
    The file descriptor 3 is the lifeline; when it ends, the whole process group does.
    """
    lines = [
        "exec 3<&0 </dev/null",
        "(while read -r _ <&3; do :; done; kill -KILL 0) >/dev/null 2>&1 &",
        "exec 3<&-",
        f"_sluice() {{ printf '\\001%s %s\\n' {shlex.quote(marker)} \"$*\"; }}",
    ]
    for phase in phases:
        lines += _phase_lines(phase)
    return "\n".join(lines) + "\n"


def _phase_lines(phase: Phase) -> list[str]:
    lines = [f"_sluice begin {phase.type}", "_sluice_status=0"]
    for index, command in enumerate(phase.commands):
        lines += [
            'if [ "$_sluice_status" -eq 0 ]; then',
            f"_sluice run {phase.type} {index}",
            f"eval {shlex.quote(command)}",
            "_sluice_status=$?",
            "fi",
        ]
    for command in phase.always:
        lines.append(f"eval {shlex.quote(command)}")
    lines += [
        f'if [ "$_sluice_status" -ne 0 ]; then _sluice failed {phase.type} "$_sluice_status"; export CODEBUILD_BUILD_SUCCEEDING=0',
        f"else _sluice ended {phase.type}; fi",
    ]
    if not phase.goes_on_after_failure:
        # A failed build phase still has its post_build; the phases before it have none.
        lines.append(f'[ "$_sluice_status" -eq 0 ] || {":" if phase.name == "build" else "exit 0"}')
    return lines
