"""Contract: Step Functions walks a JSONata workflow as AWS does."""

from __future__ import annotations

import json
import time
import uuid

import pytest
from botocore.exceptions import ClientError

from .emulator import ROLE, jsonata, wait_for

DONE = {"Type": "Succeed"}


def echo(emulator, function_jar) -> str:
    return emulator.function(function_jar, "Echo")


def invoke(name: str, payload, **more) -> dict:
    return {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": {"FunctionName": name, "Payload": payload},
        **more,
    }


def assigning(output, **values) -> dict:
    return {"Type": "Pass", "Assign": values, "Output": output}


# --- expressions and variables


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("$substringBefore($states.context.Execution.StartTime, 'T') = $fromMillis($millis(), '[Y0001]-[M01]-[D01]')", True),
        ("$exists($states.input.scheduledFor)", False),
        ("$states.input.nothing = null", True),
        ("$exists($states.input.sources) ? $states.input.sources : ['a', 'b']", ["a", "b"]),
        ("[$states.input.rows[dataset = 'x']]", [{"dataset": "x", "read": 1}, {"dataset": "x", "read": 2}]),
        ("[$states.input.rows[dataset = 'z']]", []),
        ("$states.input.rows{dataset: {'read': $sum(read)}}", {"x": {"read": 3}, "y": {"read": 4}}),
        ("[[0..2].{'part': $}]", [{"part": 0}, {"part": 1}, {"part": 2}]),
        ("[0..-1]", []),
        ("$merge([{'a': 1}, {'b': $states.input.nothing}])", {"a": 1, "b": None}),
        ("$keys($states.context.Execution)", ["Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount"]),
        ("$keys($states.context)", ["Execution", "StateMachine", "State"]),
        ("10 / 2", 5),
        ("$sum([0.5, 0.5])", 1),
        ("$parse('{\"a\": [1, null]}')", {"a": [1, None]}),
    ],
)
def test_expressions(emulator, expression, expected):
    rows = [{"dataset": "x", "read": 1}, {"dataset": "y", "read": 4}, {"dataset": "x", "read": 2}]
    definition = jsonata({"Ask": {"Type": "Pass", "Output": {"answer": f"{{% {expression} %}}"}, "End": True}})
    assert emulator.run(definition, {"rows": rows, "nothing": None}) == {"answer": expected}


@pytest.mark.parametrize(
    "expression", ["$states.input.missing", "$eval('1')", "$error('no')", "$states.result", "$states.errorOutput"]
)
def test_what_cannot_be_evaluated_fails_with_the_one_name_it_has(emulator, expression):
    found = emulator.fail(jsonata({"Ask": {"Type": "Pass", "Output": f"{{% {expression} %}}", "End": True}}))
    assert found["error"] == "States.QueryEvaluationError"
    assert expression in found["cause"]


def test_one_assign_sees_the_variables_as_they_were(emulator):
    definition = jsonata(
        {
            "First": {**assigning("{% 0 %}", a=1, b=2), "Next": "Swap"},
            "Swap": {**assigning("{% $a %}", a="{% $b %}", b="{% $a %}"), "Next": "Tell"},
            "Tell": {"Type": "Pass", "Output": "{% [$states.input, $a, $b] %}", "End": True},
        }
    )
    assert emulator.run(definition) == [1, 2, 1]


def test_the_name_and_the_start_of_an_execution_are_in_its_context(emulator):
    definition = jsonata(
        {
            "Ask": {
                "Type": "Pass",
                "Output": "{% [$states.context.Execution.Name, $states.context.Execution.StartTime] %}",
                "End": True,
            }
        }
    )
    name = f"run-{uuid.uuid4().hex[:8]}"
    found = emulator.finished(emulator.start(definition, name=name))
    told, started = json.loads(found["output"])
    assert told == name
    assert abs(found["startDate"].timestamp() - time.time()) < 60
    assert started.endswith("Z") and len(started) == len("2026-11-21T02:53:01.494Z")


# --- flow


def test_a_condition_decides_and_its_way_has_an_output(emulator):
    definition = jsonata(
        {
            "Is it scheduled?": {
                "Type": "Choice",
                "Choices": [
                    {
                        "Condition": "{% $exists($states.input.scheduledFor) %}",
                        "Output": "scheduled",
                        "Assign": {"way": 1},
                        "Next": "Tell",
                    }
                ],
                "Default": "Tell",
                "Output": "by hand",
                "Assign": {"way": 2},
            },
            "Tell": {"Type": "Succeed", "Output": "{% [$states.input, $way] %}"},
        }
    )
    assert emulator.run(definition, {"scheduledFor": "2026-11-20"}) == ["scheduled", 1]
    assert emulator.run(definition, {}) == ["by hand", 2]


def test_a_condition_must_be_a_boolean(emulator):
    definition = jsonata(
        {"Ask": {"Type": "Choice", "Choices": [{"Condition": "{% 'yes' %}", "Next": "End"}], "Default": "End"}, "End": DONE}
    )
    found = emulator.fail(definition)
    assert found["error"] == "States.QueryEvaluationError"
    assert "Expected 'boolean'" in found["cause"]


def test_no_choice_without_default_has_a_name(emulator):
    definition = jsonata({"Ask": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "End"}]}, "End": DONE})
    assert emulator.fail(definition)["error"] == "States.NoChoiceMatched"


def test_a_fail_state_tells_what_it_is_told(emulator):
    definition = jsonata(
        {"Fail": {"Type": "Fail", "Error": "{% $states.input.error %}", "Cause": "{% 'because ' & $states.input.error %}"}}
    )
    found = emulator.fail(definition, {"error": "CrawlerFailed"})
    assert (found["error"], found["cause"]) == ("CrawlerFailed", "because CrawlerFailed")


def test_waits_are_scaled(emulator):
    started = time.monotonic()
    emulator.run(
        jsonata({"Wait": {"Type": "Wait", "Seconds": "{% $states.input.seconds %}", "Next": "End"}, "End": DONE}), {"seconds": 50}
    )
    assert time.monotonic() - started < 20


def test_a_bounded_loop_ends(emulator):
    definition = jsonata(
        {
            "Begin": {**assigning("{% 0 %}", polls=0), "Next": "Poll"},
            "Poll": {"Type": "Pass", "Assign": {"polls": "{% $polls + 1 %}"}, "Next": "Enough?"},
            "Enough?": {"Type": "Choice", "Choices": [{"Condition": "{% $polls >= 5 %}", "Next": "Tell"}], "Default": "Poll"},
            "Tell": {"Type": "Succeed", "Output": "{% $polls %}"},
        }
    )
    assert emulator.run(definition) == 5


# --- tasks


def test_a_function_gets_its_payload_and_its_answer_is_the_result(emulator, function_jar):
    definition = jsonata(
        {
            "Ask": invoke(
                echo(emulator, function_jar),
                {"runId": "{% $states.context.Execution.Name %}", "n": "{% $states.input.n + 1 %}", "nothing": None},
                Output="{% $states.result.Payload %}",
                Assign={"status": "{% $states.result.StatusCode %}"},
                Next="Tell",
            ),
            "Tell": {"Type": "Succeed", "Output": "{% $merge([$states.input, {'status': $status}]) %}"},
        }
    )
    found = emulator.finished(emulator.start(definition, {"n": 1}, name="the-run"))
    assert json.loads(found["output"]) == {"runId": "the-run", "n": 2, "nothing": None, "status": 200}


def test_a_caught_error_can_be_kept_in_a_variable(emulator, function_jar):
    definition = jsonata(
        {
            "Ask": invoke(
                emulator.function(function_jar, "Failing"),
                1,
                Catch=[
                    {
                        "ErrorEquals": ["States.ALL"],
                        "Assign": {"failure": "{% $states.errorOutput %}"},
                        "Output": "{% $states.input %}",
                        "Next": "Tell",
                    }
                ],
                Next="Wrong",
            ),
            "Tell": {"Type": "Succeed", "Output": "{% {'input': $states.input, 'error': $failure.Error} %}"},
            "Wrong": {"Type": "Fail"},
        }
    )
    assert emulator.run(definition, {"a": 1}) == {"input": {"a": 1}, "error": "functions.SourceUnavailableException"}


def test_retries_are_counted_and_end(emulator, function_jar):
    name = emulator.function(function_jar, "Failing")
    retry = [
        {
            "ErrorEquals": ["functions.SourceUnavailableException"],
            "MaxAttempts": 2,
            "IntervalSeconds": 1,
            "MaxDelaySeconds": 5,
            "JitterStrategy": "FULL",
        }
    ]
    found = emulator.fail(jsonata({"Ask": invoke(name, 9, Retry=retry, End=True)}))
    assert found["error"] == "functions.SourceUnavailableException"
    payload, _ = emulator.invoke(name, 0)
    assert payload == 4


def test_a_task_that_takes_too_long_times_out(emulator, function_jar, tmp_path):
    name = emulator.function(function_jar, "Lingering", timeout=8)
    found = emulator.fail(
        jsonata({"Ask": invoke(name, str(tmp_path / "pids"), TimeoutSeconds="{% $states.input.limit %}", End=True)}), {"limit": 1}
    )
    assert found["error"] == "States.Timeout"


def test_events_and_notices_are_published(emulator):
    sqs, sns, events = emulator.client("sqs"), emulator.client("sns"), emulator.client("events")
    queue = sqs.create_queue(QueueName=f"q-{uuid.uuid4().hex[:8]}")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    allow = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": arn}]}
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": json.dumps(allow)})
    topic = sns.create_topic(Name=f"notices-{uuid.uuid4().hex[:8]}")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    rule = f"published-{uuid.uuid4().hex[:8]}"
    events.put_rule(Name=rule, EventPattern=json.dumps({"source": ["sluice"], "detail-type": [rule]}))
    events.put_targets(Rule=rule, Targets=[{"Id": "1", "Arn": arn}])
    definition = jsonata(
        {
            "Tell the bus": {
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents",
                "Arguments": {
                    "Entries": [
                        {
                            "Source": "sluice",
                            "DetailType": rule,
                            "Detail": {"runId": "{% $states.input.runId %}", "marts": {"job_postings": 361}},
                        }
                    ]
                },
                "Output": "{% $states.result.FailedEntryCount %}",
                "Next": "Tell people",
            },
            "Tell people": {
                "Type": "Task",
                "Resource": "arn:aws:states:::sns:publish",
                "Arguments": {
                    "TopicArn": topic,
                    "Subject": "Run succeeded",
                    "Message": "{% 'entries failed: ' & $states.input %}",
                },
                "Output": "{% $exists($states.result.MessageId) %}",
                "End": True,
            },
        }
    )
    assert emulator.run(definition, {"runId": "r1"}) is True
    bodies: list[dict] = []

    def received() -> bool:
        bodies.extend(
            json.loads(message["Body"])
            for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        )
        return len(bodies) >= 2

    wait_for(received)
    assert [body["detail"] for body in bodies if "detail" in body] == [{"runId": "r1", "marts": {"job_postings": 361}}]
    assert [(body["Subject"], body["Message"]) for body in bodies if "Subject" in body] == [
        ("Run succeeded", "entries failed: 0")
    ]


def test_too_much_data_fails_and_no_wildcard_catches_it(emulator):
    definition = jsonata(
        {
            "Many": {
                "Type": "Map",
                "Items": "{% [1..300] %}",
                "ItemProcessor": {
                    "StartAt": "One",
                    "States": {"One": {"Type": "Pass", "Output": "{% $pad('x', 1000) %}", "End": True}},
                },
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "End"}],
                "Next": "End",
            },
            "End": DONE,
        }
    )
    found = emulator.fail(definition)
    assert found["error"] == "States.DataLimitExceeded"
    assert "The state 'Many' returned a result with a size exceeding" in found["cause"]


def test_too_much_in_one_assign_fails_the_same_way(emulator):
    fill = {"Type": "Pass", "Assign": {"text": "{% $pad('x', 300000) %}"}, "Output": 0, "Next": "End"}
    found = emulator.fail(jsonata({"Fill": fill, "End": DONE}))
    assert found["error"] == "States.DataLimitExceeded"
    assert found["cause"].startswith("One Assign gave variables with a size exceeding")


def test_too_much_data_is_caught_by_its_name(emulator, function_jar):
    catch = [{"ErrorEquals": ["States.DataLimitExceeded"], "Output": "{% $states.errorOutput.Error %}", "Next": "End"}]
    state = invoke(emulator.function(function_jar, "Echo"), "{% $pad('x', 262144) %}", Catch=catch, Next="End")
    assert emulator.run(jsonata({"Ask": state, "End": DONE})) == "States.DataLimitExceeded"


def test_what_the_emulator_lacks_is_never_swallowed(emulator):
    definition = jsonata(
        {
            "Ask": {
                "Type": "Task",
                "Resource": "arn:aws:states:::ecs:unheardOf",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "End"}],
                "Next": "End",
            },
            "End": DONE,
        }
    )
    assert emulator.fail(definition)["error"] == "States.Runtime"


# --- Map and Parallel


def test_a_map_selects_what_each_item_gets(emulator):
    definition = jsonata(
        {
            "Begin": {**assigning("{% $states.input %}", run="r1"), "Next": "Each"},
            "Each": {
                "Type": "Map",
                "Items": "{% $states.input.sources %}",
                "MaxConcurrency": "{% 2 %}",
                "ItemSelector": {
                    "source": "{% $states.context.Map.Item.Value.name %}",
                    "index": "{% $states.context.Map.Item.Index %}",
                    "run": "{% $run %}",
                    "day": "{% $states.input.day %}",
                },
                "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "INLINE"},
                    "StartAt": "Name it",
                    "States": {
                        "Name it": {**assigning("{% $states.input %}", own="{% $states.input.source %}"), "Next": "Tell"},
                        "Tell": {
                            "Type": "Pass",
                            "Output": "{% $run & '/' & $own & '/' & $states.input.index & '/' & $states.input.day %}",
                            "End": True,
                        },
                    },
                },
                "Output": {"all": "{% $states.result %}"},
                "Assign": {"count": "{% $count($states.result) %}"},
                "Next": "End",
            },
            "End": {"Type": "Succeed", "Output": "{% $merge([$states.input, {'count': $count, 'leaked': $exists($own)}]) %}"},
        }
    )
    sources = [{"name": name} for name in "abcde"]
    output = emulator.run(definition, {"sources": sources, "day": "d"})
    assert output == {"all": [f"r1/{name}/{i}/d" for i, name in enumerate("abcde")], "count": 5, "leaked": False}


def test_a_map_over_nothing_gives_nothing(emulator):
    definition = jsonata(
        {"Each": {"Type": "Map", "Items": [], "ItemProcessor": {"StartAt": "One", "States": {"One": DONE}}, "End": True}}
    )
    assert emulator.run(definition) == []


def test_the_items_of_a_map_must_be_an_array(emulator):
    definition = jsonata(
        {
            "Each": {
                "Type": "Map",
                "Items": "{% 'abc' %}",
                "ItemProcessor": {"StartAt": "One", "States": {"One": DONE}},
                "End": True,
            }
        }
    )
    found = emulator.fail(definition)
    assert found["error"] == "States.QueryEvaluationError"
    assert "Expected 'array'" in found["cause"]


def test_an_item_may_catch_its_own_failure(emulator):
    definition = jsonata(
        {
            "Each": {
                "Type": "Map",
                "Items": "{% $states.input %}",
                "ItemProcessor": {
                    "StartAt": "Ask",
                    "States": {
                        "Ask": {
                            "Type": "Task",
                            "Resource": "arn:aws:states:::lambda:invoke",
                            "Arguments": {"FunctionName": "{% $states.input %}", "Payload": {}},
                            "Catch": [
                                {
                                    "ErrorEquals": ["States.ALL"],
                                    "Output": {"failed": "{% $states.input %}", "error": "{% $states.errorOutput.Error %}"},
                                    "Next": "Kept",
                                }
                            ],
                            "Next": "Kept",
                        },
                        "Kept": DONE,
                    },
                },
                "End": True,
            }
        }
    )
    assert emulator.run(definition, ["nowhere", "nobody"]) == [
        {"failed": "nowhere", "error": "Lambda.ResourceNotFoundException"},
        {"failed": "nobody", "error": "Lambda.ResourceNotFoundException"},
    ]


def test_a_failed_item_fails_the_map_at_once_and_stops_the_others(emulator):
    fail = {"Type": "Fail", "Error": "Item.Failed", "Cause": "the first"}
    definition = jsonata(
        {
            "Each": {
                "Type": "Map",
                "Items": [0, 1],
                "ItemProcessor": {
                    "StartAt": "Which?",
                    "States": {
                        "Which?": {
                            "Type": "Choice",
                            "Choices": [{"Condition": "{% $states.input = 0 %}", "Next": "Fail"}],
                            "Default": "Wait",
                        },
                        "Fail": fail,
                        "Wait": {"Type": "Wait", "Seconds": 100_000, "Next": "Never"},
                        "Never": DONE,
                    },
                },
                "Catch": [{"ErrorEquals": ["Item.Failed"], "Output": "{% $states.errorOutput.Cause %}", "Next": "End"}],
                "Next": "End",
            },
            "End": DONE,
        }
    )
    execution = emulator.start(definition)
    found = emulator.finished(execution)
    assert json.loads(found["output"]) == "the first"
    events = emulator.client("stepfunctions").get_execution_history(executionArn=execution)["events"]
    assert "Never" not in [event.get("stateEnteredEventDetails", {}).get("name") for event in events]


def test_branches_get_arguments_and_keep_their_variables(emulator):
    tell = {"Type": "Succeed", "Output": "{% [$states.input, $outer, $mine] %}"}
    definition = jsonata(
        {
            "Begin": {**assigning("{% $states.input %}", outer="o"), "Next": "Both"},
            "Both": {
                "Type": "Parallel",
                "Arguments": {"given": "{% $states.input.n %}"},
                "Branches": [
                    {
                        "StartAt": "Left",
                        "States": {
                            "Left": {**assigning("{% $states.input.given %}", mine="left"), "Next": "Tell left"},
                            "Tell left": tell,
                        },
                    },
                    {
                        "StartAt": "Right",
                        "States": {
                            "Right": {**assigning("{% $states.input.given + 1 %}", mine="right"), "Next": "Tell right"},
                            "Tell right": tell,
                        },
                    },
                ],
                "Output": {"results": "{% $states.result %}", "leaked": "{% $exists($mine) %}"},
                "Assign": {"first": "{% $states.result[0][0] %}"},
                "Next": "End",
            },
            "End": {"Type": "Succeed", "Output": "{% $merge([$states.input, {'first': $first}]) %}"},
        }
    )
    assert emulator.run(definition, {"n": 7}) == {"results": [[7, "o", "left"], [8, "o", "right"]], "leaked": False, "first": 7}


def test_a_failed_branch_fails_the_parallel_state_at_once(emulator):
    definition = jsonata(
        {
            "Both": {
                "Type": "Parallel",
                "Branches": [
                    {"StartAt": "Fail", "States": {"Fail": {"Type": "Fail", "Error": "Branch.Failed", "Cause": "no"}}},
                    {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 100_000, "End": True}}},
                ],
                "End": True,
            }
        }
    )
    assert emulator.fail(definition)["error"] == "Branch.Failed"


# --- executions


def test_the_history_tells_of_states_inside_of_a_map(emulator):
    definition = jsonata(
        {
            "Each": {
                "Type": "Map",
                "Items": [1, 2, 3],
                "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": True}}},
                "Next": "End",
            },
            "End": DONE,
        }
    )
    execution = emulator.start(definition)
    emulator.finished(execution)
    events = emulator.client("stepfunctions").get_execution_history(executionArn=execution)["events"]
    assert [event["id"] for event in events] == list(range(1, len(events) + 1))
    kinds = [event["type"] for event in events]
    assert kinds[:3] == ["ExecutionStarted", "MapStateEntered", "MapStateStarted"]
    assert kinds[-5:] == [
        "MapStateSucceeded",
        "MapStateExited",
        "SucceedStateEntered",
        "SucceedStateExited",
        "ExecutionSucceeded",
    ]
    assert kinds.count("MapIterationStarted") == kinds.count("MapIterationSucceeded") == 3
    by_id = {event["id"]: event for event in events}
    for event in events:
        if event["type"] == "PassStateExited":
            entered = by_id[event["previousEventId"]]
            assert entered["type"] == "PassStateEntered"
            assert by_id[entered["previousEventId"]]["type"] == "MapIterationStarted"


def test_the_history_names_the_service_and_the_action_of_a_task(emulator):
    machine = jsonata(
        {
            "Look": {
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler",
                "Arguments": {"Name": "nobody"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "End"}],
                "Next": "End",
            },
            "End": DONE,
        }
    )
    execution = emulator.start(machine)
    emulator.finished(execution)
    events = emulator.client("stepfunctions").get_execution_history(executionArn=execution)["events"]
    scheduled = [event["taskScheduledEventDetails"] for event in events if event["type"] == "TaskScheduled"]
    assert [(one["resourceType"], one["resource"]) for one in scheduled] == [("aws-sdk:glue", "getCrawler")]


def test_an_execution_that_is_stopped_stops_everywhere(emulator):
    wait = {"Type": "Wait", "Seconds": 100_000, "Next": "Never"}
    definition = jsonata(
        {
            "Each": {
                "Type": "Map",
                "Items": [1, 2],
                "ItemProcessor": {"StartAt": "Wait", "States": {"Wait": wait, "Never": DONE}},
                "End": True,
            }
        }
    )
    states = emulator.client("stepfunctions")
    execution = emulator.start(definition)
    wait_for(lambda: len(states.get_execution_history(executionArn=execution)["events"]) >= 5)
    states.stop_execution(executionArn=execution, error="Person", cause="changed their mind")
    found = emulator.finished(execution)
    assert (found["status"], found["error"]) == ("ABORTED", "Person")
    events = states.get_execution_history(executionArn=execution)["events"]
    assert events[-1]["type"] == "ExecutionAborted"


def test_a_machine_has_a_time_limit(emulator):
    definition = {**jsonata({"Wait": {"Type": "Wait", "Seconds": 100_000, "End": True}}), "TimeoutSeconds": 1}
    found = emulator.finished(emulator.start(definition))
    assert (found["status"], found["error"]) == ("TIMED_OUT", "States.Timeout")


def test_the_same_start_is_one_execution(emulator):
    states = emulator.client("stepfunctions")
    definition = jsonata({"Wait": {"Type": "Wait", "Seconds": 100_000, "End": True}})
    machine = states.create_state_machine(name=f"m-{uuid.uuid4().hex[:8]}", definition=json.dumps(definition), roleArn=ROLE)[
        "stateMachineArn"
    ]
    first = states.start_execution(stateMachineArn=machine, name="object-v1", input='{"a": 1, "b": 2}')
    again = states.start_execution(stateMachineArn=machine, name="object-v1", input='{"b": 2, "a": 1}')
    assert again["executionArn"] == first["executionArn"]
    assert again["startDate"] == first["startDate"]
    with pytest.raises(states.exceptions.ExecutionAlreadyExists):
        states.start_execution(stateMachineArn=machine, name="object-v1", input='{"a": 2}')
    states.stop_execution(executionArn=first["executionArn"])
    with pytest.raises(states.exceptions.ExecutionAlreadyExists):
        states.start_execution(stateMachineArn=machine, name="object-v1", input='{"a": 1, "b": 2}')


@pytest.mark.parametrize("name", ["a b", "a/b", "ą:", "x" * 81, "a\nb"])
def test_a_name_that_aws_refuses_is_refused(emulator, name):
    states = emulator.client("stepfunctions")
    machine = states.create_state_machine(
        name=f"m-{uuid.uuid4().hex[:8]}", definition=json.dumps(jsonata({"End": DONE})), roleArn=ROLE
    )["stateMachineArn"]
    with pytest.raises(ClientError) as refused:
        states.start_execution(stateMachineArn=machine, name=name)
    assert refused.value.response["Error"]["Code"] in ("InvalidName", "ParamValidationError")


def test_an_input_that_is_no_json_is_refused(emulator):
    states = emulator.client("stepfunctions")
    machine = states.create_state_machine(
        name=f"m-{uuid.uuid4().hex[:8]}", definition=json.dumps(jsonata({"End": DONE})), roleArn=ROLE
    )["stateMachineArn"]
    with pytest.raises(states.exceptions.InvalidExecutionInput):
        states.start_execution(stateMachineArn=machine, input="{")


def test_a_definition_that_aws_refuses_is_refused(emulator):
    states = emulator.client("stepfunctions")
    definition = jsonata({"Begin": {"Type": "Pass", "ResultPath": "$.x", "Next": "Nowhere"}, "Lost": DONE})
    with pytest.raises(states.exceptions.InvalidDefinition) as refused:
        states.create_state_machine(name="never", definition=json.dumps(definition), roleArn=ROLE)
    message = refused.value.response["Error"]["Message"]
    assert "Field is not supported at /States/Begin/ResultPath" in message
    assert "'Nowhere' is not a state, at /States/Begin/Next" in message
    assert 'State "Lost" is not reachable' in message


@pytest.mark.parametrize("expression", ["$states.input.a ?? 1", "$states.input.a ?: 1", "1 +"])
def test_an_expression_that_aws_cannot_parse_is_refused(emulator, expression):
    states = emulator.client("stepfunctions")
    definition = jsonata({"Ask": {"Type": "Pass", "Output": f"{{% {expression} %}}", "End": True}})
    with pytest.raises(states.exceptions.InvalidDefinition, match="INVALID_JSONATA_EXPRESSION"):
        states.create_state_machine(name="never", definition=json.dumps(definition), roleArn=ROLE)


def test_a_workflow_waits_for_another(emulator):
    states = emulator.client("stepfunctions")
    child = jsonata({"Tell": {"Type": "Pass", "Output": {"told": "{% $states.input.a %}"}, "End": True}})
    machine = states.create_state_machine(name=f"child-{uuid.uuid4().hex[:8]}", definition=json.dumps(child), roleArn=ROLE)[
        "stateMachineArn"
    ]
    definition = jsonata(
        {
            "Ask": {
                "Type": "Task",
                "Resource": "arn:aws:states:::states:startExecution.sync:2",
                "Arguments": {"StateMachineArn": machine, "Input": {"a": 1}},
                "Output": "{% $states.result.Output %}",
                "Next": "End",
            },
            "End": DONE,
        }
    )
    assert emulator.run(definition) == {"told": 1}
