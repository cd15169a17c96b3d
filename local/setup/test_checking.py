import json

import pytest
from checking import Failed, Outcome, Proven, Skipped, command


def failing():
    raise Failed("found 2", {"count": 2})


def skipping():
    raise Skipped("node is not here")


SHORT = {"good": lambda: "all is well", "absent": skipping}
LONG = {"bad": failing, "proof": lambda: Proven("seen", {"applied": True})}


@pytest.mark.parametrize(
    ("words", "exit_code", "names"),
    [
        ([], 0, ["good", "absent"]),
        (["bad", "good"], 1, ["bad", "good"]),
        (["proof"], 0, ["proof"]),
        (["--all"], 1, ["good", "absent", "bad", "proof", "aws"]),
    ],
)
def test_what_is_run_and_whether_it_held(capsys, words, exit_code, names):
    assert command(["--json", *words], SHORT, LONG, [Outcome("aws", "skipped", "no account")]) == exit_code
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == names


def test_a_line_has_what_the_check_found(capsys):
    command(["bad", "proof", "absent", "--json"], SHORT, LONG)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"name": "bad", "status": "failed", "detail": "found 2", "count": 2},
        {"name": "proof", "status": "passed", "detail": "seen", "applied": True},
        {"name": "absent", "status": "skipped", "detail": "node is not here"},
    ]
    command(["absent"], SHORT, LONG)
    assert capsys.readouterr().out == "! absent       skipped: node is not here\n"


def test_a_check_that_breaks_fails_and_the_others_still_run(capsys):
    assert command(["broken", "good", "--json"], {"broken": lambda: str(1 / 0), **SHORT}, LONG) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["status"] for line in said.out.splitlines()] == ["failed", "passed"]
    assert "ZeroDivisionError: division by zero" in said.out and "Traceback" in said.err


def test_a_name_that_nobody_knows_is_wrong_input(capsys):
    assert command(["good", "nothing"], SHORT, LONG) == 2
    assert capsys.readouterr().err == "unknown checks nothing; expected some of good, absent, bad, proof\n"
