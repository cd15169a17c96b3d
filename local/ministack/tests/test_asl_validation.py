"""A definition that AWS would refuse is refused, with the place."""

from __future__ import annotations

import pytest

from sluice_ministack.asl_validation import problems

from .emulator import jsonata

DONE = {"Type": "Succeed"}
PASS = {"Type": "Pass", "Next": "Done"}


def machine(state: dict, **more) -> dict:
    return jsonata({"Begin": state, "Done": DONE, **more})


def test_a_sound_definition_has_no_problems():
    sound = {
        **machine(
            {
                "Type": "Map",
                "Comment": "each",
                "Items": [1],
                "ItemSelector": {},
                "MaxConcurrency": 2,
                "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "INLINE"},
                    "StartAt": "One",
                    "States": {"One": {"Type": "Pass", "Assign": {"own": 1}, "End": True}},
                },
                "Retry": [{"ErrorEquals": ["a.B"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Output": {}, "Assign": {"failure": 1}, "Next": "Done"}],
                "Next": "Done",
            }
        ),
        "TimeoutSeconds": 60,
        "Comment": "all",
    }
    assert problems(sound) == []


@pytest.mark.parametrize(
    ("definition", "problem"),
    [
        ([], "the definition is not a JSON object"),
        ({"StartAt": "A"}, "there are no states at /States"),
        ({"StartAt": "A", "States": {"B": DONE}}, "'A' is not a state, at /StartAt"),
        ({**machine(PASS), "Timeout": 1}, "Field is not supported at /Timeout"),
        (machine({**PASS, "ResultPath": "$.a"}), "Field is not supported at /States/Begin/ResultPath"),
        (machine({**PASS, "Arguments": {}}), "Field is not supported at /States/Begin/Arguments"),
        (machine({"Type": "Pas", "Next": "Done"}), "Value is not valid at /States/Begin/Type"),
        (machine({"Type": "Pass"}), "exactly one of Next and End is expected at /States/Begin"),
        (machine({"Type": "Pass", "Next": "Done", "End": True}), "exactly one of Next and End is expected at /States/Begin"),
        (machine({"Type": "Pass", "Next": "Nowhere"}), "'Nowhere' is not a state, at /States/Begin/Next"),
        (machine(PASS, Lost=DONE), 'State "Lost" is not reachable'),
        (machine({**PASS, "QueryLanguage": "JSONPath"}), "cannot go back to JSONPath"),
        (machine({"Type": "Choice", "Default": "Done"}), "there are no choices at /States/Begin/Choices"),
        (machine({"Type": "Choice", "Choices": [{"Next": "Done"}]}), "Condition is missing at /States/Begin/Choices[0]"),
        (
            machine({"Type": "Choice", "Choices": [{"Condition": True}], "Default": "Done"}),
            "Next is missing at /States/Begin/Choices[0]",
        ),
        (
            machine({"Type": "Choice", "Choices": [{"Variable": "$.a", "Next": "Done"}]}),
            "Field is not supported at /States/Begin/Choices[0]/Variable",
        ),
        (
            machine(
                {"Type": "Task", "Resource": "r", "Next": "Done", "Catch": [{"ErrorEquals": ["States.ALL", "A"], "Next": "Done"}]}
            ),
            "States.ALL must stand alone and last, at /States/Begin/Catch[0]",
        ),
        (
            machine(
                {
                    "Type": "Task",
                    "Resource": "r",
                    "Next": "Done",
                    "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$", "Next": "Done"}],
                }
            ),
            "Field is not supported at /States/Begin/Catch[0]/ResultPath",
        ),
        (
            machine({"Type": "Task", "Resource": "r", "Next": "Done", "Retry": [{"ErrorEquals": []}]}),
            "ErrorEquals is missing at /States/Begin/Retry[0]",
        ),
        (
            machine({"Type": "Parallel", "Next": "Done", "Branches": [{"StartAt": "Done", "States": {"Done": DONE}}]}),
            "the state Done exists twice, at",
        ),
        (
            machine(
                {
                    "Type": "Parallel",
                    "Next": "Done",
                    "Assign": {"a": 1},
                    "Branches": [{"StartAt": "In", "States": {"In": {"Type": "Pass", "Assign": {"a": 2}, "End": True}}}],
                }
            ),
            "the variable a of an outer scope is assigned again at /States/Begin/Branches[0]/States",
        ),
        (machine({**PASS, "Assign": {"states": 1}}), "the name of the variable states is reserved, at /States"),
        (machine({"Type": "Pass", "Next": "x" * 81}, **{"x" * 81: DONE}), "is longer than 80 characters"),
    ],
)
def test_each_problem_has_its_place(definition, problem):
    assert any(problem in found for found in problems(definition)), problems(definition)


def test_all_problems_are_found_at_once():
    found = problems(machine({"Type": "Pass", "ResultPath": "$", "OutputPath": "$", "Next": "Nowhere"}))
    assert len(found) == 4
