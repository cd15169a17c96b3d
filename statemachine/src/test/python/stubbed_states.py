"""Step Functions as the local world interprets it, with every Task answered by the test that started this process.

One JSON document per line. In: {"run": {"name", "definition", "input"}} and {"answer": {"id", "result" | "error", "cause"}}.
Out: {"task": {"id", "state", "resource", "arguments"}}, {"walked": {"from", "via", "to"}},
{"ended": {"status", "output", "error", "cause"}}.
Ends when its input ends, so that a killed test leaves nothing behind.
"""
import itertools
import json
import pathlib
import sys
import threading
import time

from ministack.services import stepfunctions as states

sys.path.append(str(pathlib.Path(__file__).resolve().parents[4] / "local" / "ministack"))
from sluice_ministack import stepfunctions_definitions, stepfunctions_engine, stepfunctions_jsonata, stepfunctions_start  # noqa: E402
from sluice_ministack.patching import Patches  # noqa: E402

patches = Patches()
for part in (stepfunctions_jsonata, stepfunctions_engine, stepfunctions_definitions, stepfunctions_start):
    part.install(patches)
patches.verify()

ids = itertools.count(1)
writing = threading.Lock()
waiting = {}
here = threading.local()  # the state this thread is in, and which of its rules matched


def say(kind, **fields):
    with writing:
        sys.stdout.write(json.dumps({kind: fields}) + "\n")
        sys.stdout.flush()


def ask_the_test(resource, arguments, *_):
    question = next(ids)
    waiting[question] = slot = {"come": threading.Event()}
    say("task", id=question, state=here.state, resource=resource, arguments=arguments)
    slot["come"].wait()
    answer = slot["answer"]
    if "error" in answer:
        raise states._ExecutionError(answer["error"], answer.get("cause", ""))
    return answer.get("result")


def position(definition, field, rule):
    return next(f"{field}[{i}]" for i, each in enumerate(definition.get(field, [])) if each is rule)


def recording(execute, context_of):
    """The same step, and a line that says which transition it took. Histories leave out what happens inside a Map."""

    def step(definition, data, *rest):
        name = context_of(rest)["State"]["Name"]
        here.state, here.definition, here.rule = name, definition, None
        output, following = execute(definition, data, *rest)
        # A Map's own thread waits while its items are walked in others, so its matched rule is still its own.
        via = here.rule or ("Default" if definition["Type"] == "Choice" else "Next" if following else "End")
        say("walked", **{"from": name, "via": via, "to": following or ""})
        return output, following

    return step


def noticing(find, field, rule_of):
    """The same decision, remembered by the place of the rule that matched."""

    def decide(*arguments):
        decision = find(*arguments)
        rule = rule_of(decision, arguments)
        if rule is not None:
            here.rule = position(here.definition, field, rule)
        return decision

    return decide


def retrying(find):
    def decide(retriers, error, counts):
        retrier, index = find(retriers, error, counts)
        if retrier is not None:
            say("walked", **{"from": here.state, "via": f"Retry[{index}]", "to": here.state})
        return retrier, index

    return decide


for kind, context_of in (("pass", 0), ("choice", 0), ("wait", 0), ("task", 1), ("map", 1)):
    name = f"_execute_{kind}"
    setattr(states, name, recording(getattr(states, name), lambda rest, at=context_of: rest[at]))
states._jsonata_state_field = noticing(
    states._jsonata_state_field, "Choices", lambda value, asked: asked[0] if asked[1] == "Condition" and value else None)
states._find_matching_catcher = noticing(
    states._find_matching_catcher, "Catch", lambda catcher, _: catcher)
states._find_matching_retrier = retrying(states._find_matching_retrier)


def asked_first(run_items):
    """A Map can fail as a whole, above its items (too large an answer); the test may say so before they start."""

    def run(*arguments):
        ask_the_test("map", None)
        return run_items(*arguments)

    return run


states._run_map_items = asked_first(states._run_map_items)
# The variant with a time limit runs its call in a thread of its own, where this thread's state would be unknown.
states._invoke_resource = states._invoke_resource_with_timeout = ask_the_test


def checked(response):
    status, _, body = response
    document = json.loads(body)
    if status >= 400:
        raise ValueError(document)
    return document


def run(name, definition, input):
    try:
        machine = checked(states._create_state_machine(
            {"name": name, "definition": definition, "roleArn": "arn:aws:iam::000000000000:role/tests"}))
        started = checked(states._start_execution(
            {"stateMachineArn": machine["stateMachineArn"], "name": name, "input": input}))
        execution = states._executions[started["executionArn"]]
        while execution["status"] == "RUNNING":
            time.sleep(0.002)
        failed = execution["status"] != "SUCCEEDED"
        say("ended", status=execution["status"], output=None if failed else execution["output"],
            error=execution.get("error"), cause=execution.get("cause"))
    except Exception as problem:  # the test must hear of it, whatever it is
        say("ended", status="REFUSED", output=None, error=type(problem).__name__, cause=str(problem))


for line in sys.stdin:
    message = json.loads(line)
    if "run" in message:
        threading.Thread(target=run, kwargs=message["run"], daemon=True).start()
    else:
        slot = waiting.pop(message["answer"]["id"])
        slot["answer"] = message["answer"]
        slot["come"].set()
