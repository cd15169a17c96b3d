"""Step Functions as MiniStack interprets it, with every Task answered by the test that started this process.

One JSON document per line. In: {"run": {"name", "definition", "input"}} and {"answer": {"id", "result" | "error", "cause"}}.
Out: {"task": {"id", "state", "resource", "arguments"}}, {"walked": {"from", "to"}}, {"ended": {"status", "output", "error", "cause"}}.
Ends when its input ends, so that a killed test leaves nothing behind.
"""
import itertools
import json
import sys
import threading
import time

from ministack.services import stepfunctions as states

ids = itertools.count(1)
writing = threading.Lock()
waiting = {}
where = threading.local()


def say(kind, **fields):
    with writing:
        sys.stdout.write(json.dumps({kind: fields}) + "\n")
        sys.stdout.flush()


def ask_the_test(resource, arguments, state):
    question = next(ids)
    waiting[question] = slot = {"come": threading.Event()}
    say("task", id=question, state=state, resource=resource, arguments=arguments)
    slot["come"].wait()
    answer = slot["answer"]
    if "error" in answer:
        raise states._ExecutionError(answer["error"], answer.get("cause", ""))
    return answer.get("result")


def recording(execute, context_of):
    """The same step, and a line that says which transition it took. Histories leave out what happens inside a Map."""

    def step(definition, data, *rest):
        name = context_of(rest)["State"]["Name"]
        where.state = name
        output, following = execute(definition, data, *rest)
        say("walked", **{"from": name, "to": following})
        return output, following

    return step


for kind in ("_execute_pass", "_execute_choice", "_execute_wait"):
    setattr(states, kind, recording(getattr(states, kind), lambda rest: rest[0]))
for kind in ("_execute_task", "_execute_map"):
    setattr(states, kind, recording(getattr(states, kind), lambda rest: rest[1]))
# Both ways to call a task end here; the time-out variant would lose the state's name in its own thread.
states._invoke_resource = lambda resource, arguments: ask_the_test(resource, arguments, where.state)
states._invoke_resource_with_timeout = lambda resource, arguments, _: ask_the_test(resource, arguments, where.state)


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
