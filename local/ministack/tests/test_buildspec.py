"""The buildspec: what is read, what is refused, and the shell script that it becomes."""

from __future__ import annotations

import subprocess

import pytest

from sluice_ministack.buildspec import Buildspec, InvalidBuildspec, Phase, script


def test_reads_phases_in_their_order_whatever_the_order_in_the_file():
    spec = Buildspec.parse("version: 0.2\nphases:\n  build: {commands: [b]}\n  install: {commands: [a, 2]}\n")
    assert [(phase.type, phase.commands) for phase in spec.phases] == [("INSTALL", ("a", "2")), ("BUILD", ("b",))]
    assert spec.shell == "sh"
    assert spec.variables == {}


def test_reads_the_environment_and_what_happens_after_a_failure():
    spec = Buildspec.parse(
        "env: {shell: bash, variables: {A: 1, B: yes}}\nphases: {build: {on-failure: CONTINUE, commands: [a], finally: [b]}}\n"
    )
    assert spec.shell == "bash"
    assert spec.variables == {"A": "1", "B": "True"}
    assert spec.phases == (Phase("build", ("a",), ("b",), True),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the buildspec has no phases"),
        ("phases: [a]", "the buildspec has no phases"),
        ("phases: {deploy: {}}", "unknown phase deploy, expected one of install, pre_build, build, post_build"),
        ("phases: {build: {commands: echo}}", "commands of phase build is not a list of commands"),
        ("phases: {build: {finally: [{a: b}]}}", "finally of phase build is not a list of commands"),
        ("phases: {build: {commands: [", "YAML_FILE_ERROR"),
        ("env: {secrets-manager: {A: b}}\nphases: {build: {}}", "does not read env.parameter-store or env.secrets-manager"),
        ("phases: !!python/object:os.system {}", "could not determine a constructor"),
    ],
)
def test_says_what_it_cannot_read(text, reason):
    with pytest.raises(InvalidBuildspec, match=reason):
        Buildspec.parse(text)


def told(*phases: Phase) -> list[str]:
    """What the script says when a shell runs it with a lifeline that is held."""
    shell = subprocess.Popen(
        ["sh", "-c", script(phases, "MARK")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    lines = []
    for line in shell.stdout:
        lines.append(line.rstrip("\n").replace("\x01MARK ", "> "))
        if len(lines) >= 2 and lines[-1] == "all said":
            break
    shell.stdin.close()
    shell.wait()
    shell.stdout.close()
    return lines[:-1]


def phase(name: str, *commands: str, always: tuple[str, ...] = (), goes_on: bool = False) -> Phase:
    return Phase(name, commands, always, goes_on)


LAST = phase("post_build", "echo all said")


def test_says_what_it_is_doing():
    assert told(phase("build", "echo a", "echo b"), LAST) == [
        *("> begin BUILD", "> run BUILD 0", "a", "> run BUILD 1", "b", "> ended BUILD"),
        *("> begin POST_BUILD", "> run POST_BUILD 0"),
    ]


def test_a_failed_command_ends_its_phase():
    assert "> failed BUILD 3" in told(phase("build", "(exit 3)", "echo never"), LAST)
    assert "never" not in told(phase("build", "false", "echo never"), LAST)


def test_a_phase_that_goes_on_lets_the_next_one_run():
    lines = told(phase("install", "false", goes_on=True), phase("build", "echo built"), LAST)
    assert lines[2] == "> failed INSTALL 1"
    assert "built" in lines


def test_commands_keep_their_quotes_and_lines():
    lines = told(phase("build", "printf '%s\\n' \"it's $((1 + 1))\"", "if true; then\n  echo two lines\nfi"), LAST)
    assert "it's 2" in lines
    assert "two lines" in lines


def test_the_end_of_the_lifeline_ends_the_build():
    shell = subprocess.Popen(
        ["sh", "-c", script((phase("build", "echo started; sleep 1000"),), "MARK")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    while b"started" not in shell.stdout.readline():
        continue
    shell.stdin.close()
    assert shell.wait(30) == -9
    shell.stdout.close()
