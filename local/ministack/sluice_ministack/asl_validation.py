"""Finds in a definition what AWS would refuse, before an execution finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ANY = {"Type", "Comment", "QueryLanguage"}
_FLOW = {"Next", "End"}
_ERRORS = {"Retry", "Catch"}
_WORK = {"TimeoutSeconds", "HeartbeatSeconds", "Resource", "Credentials"}
_MAP = {
    "ItemProcessor",
    "Iterator",
    "ItemSelector",
    "MaxConcurrency",
    "ItemReader",
    "ItemBatcher",
    "ResultWriter",
    "Label",
    "ToleratedFailureCount",
    "ToleratedFailurePercentage",
}
_EITHER = {
    "Task": _FLOW | _ERRORS | _WORK,
    "Pass": _FLOW,
    "Choice": {"Choices", "Default"},
    "Wait": _FLOW | {"Seconds", "Timestamp"},
    "Succeed": set(),
    "Fail": {"Error", "Cause"},
    "Parallel": _FLOW | _ERRORS | {"Branches"},
    "Map": _FLOW | _ERRORS | _MAP,
}
_JSONATA = {
    "Task": {"Arguments", "Output", "Assign"},
    "Pass": {"Output", "Assign"},
    "Choice": {"Output", "Assign"},
    "Wait": {"Output", "Assign"},
    "Succeed": {"Output"},
    "Fail": set(),
    "Parallel": {"Arguments", "Output", "Assign"},
    "Map": {"Items", "Output", "Assign"},
}
_PATHS = {"InputPath", "OutputPath"}
_RESULT = _PATHS | {"Parameters", "ResultSelector", "ResultPath", "Assign"}
_JSONPATH = {
    "Task": _RESULT | {"TimeoutSecondsPath", "HeartbeatSecondsPath"},
    "Pass": _PATHS | {"Parameters", "Result", "ResultPath", "Assign"},
    "Choice": _PATHS | {"Assign"},
    "Wait": _PATHS | {"SecondsPath", "TimestampPath", "Assign"},
    "Succeed": _PATHS,
    "Fail": {"ErrorPath", "CausePath"},
    "Parallel": _RESULT,
    "Map": _RESULT | {"ItemsPath", "MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath"},
}
_MACHINE = {"Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage"}
_PROCESSOR = {"StartAt", "States", "ProcessorConfig", "Comment"}
LONGEST_NAME = 80


def problems(definition: Any) -> list[str]:
    """Everything that is wrong, each with the path to it; empty when AWS would take the definition."""
    if not isinstance(definition, dict):
        return ["SCHEMA_VALIDATION_FAILED: the definition is not a JSON object"]
    found = [_field(name, "") for name in definition if name not in _MACHINE]
    names: dict[str, str] = {}
    found += _states(definition, "", definition.get("QueryLanguage", "JSONPath"), names, set())
    return found


def _field(name: str, path: str) -> str:
    return f"SCHEMA_VALIDATION_FAILED: Field is not supported at {path}/{name}"


def _states(machine: dict, path: str, language: str, names: dict[str, str], outer: set[str]) -> Iterator[str]:
    """One machine: the whole, a branch or the processor of a map. ``outer`` are the variables of the machines around it."""
    states = machine.get("States")
    if not isinstance(states, dict) or not states:
        yield f"SCHEMA_VALIDATION_FAILED: there are no states at {path}/States"
        return
    if machine.get("StartAt") not in states:
        yield f"MISSING_TRANSITION_TARGET: {machine.get('StartAt')!r} is not a state, at {path}/StartAt"
    own = {name for state in states.values() for name in _assigned(state)}
    if "states" in own:
        yield f"SCHEMA_VALIDATION_FAILED: the name of the variable states is reserved, at {path}/States"
    for name in sorted(own & outer):
        yield f"SCHEMA_VALIDATION_FAILED: the variable {name} of an outer scope is assigned again at {path}/States"
    for name, state in states.items():
        here = f"{path}/States/{name}"
        if len(name) > LONGEST_NAME:
            yield f"SCHEMA_VALIDATION_FAILED: the name of the state is longer than {LONGEST_NAME} characters at {here}"
        if name in names:
            yield f"SCHEMA_VALIDATION_FAILED: the state {name} exists twice, at {names[name]} and at {here}"
        names[name] = here
        yield from _state(state, here, language, states, names, outer | own)
    yield from _unreachable(machine, states, path)


def _state(
    state: dict, path: str, machine_language: str, states: dict, names: dict[str, str], variables: set[str]
) -> Iterator[str]:
    kind = state.get("Type")
    if kind not in _EITHER:
        yield f"SCHEMA_VALIDATION_FAILED: Value is not valid at {path}/Type"
        return
    language = state.get("QueryLanguage", machine_language)
    if machine_language == "JSONata" and language != "JSONata":
        yield f"SCHEMA_VALIDATION_FAILED: a state cannot go back to JSONPath in a JSONata machine, at {path}/QueryLanguage"
    own = _JSONATA if language == "JSONata" else _JSONPATH
    yield from (_field(name, path) for name in state if name not in _ANY | _EITHER[kind] | own[kind])
    if kind not in ("Choice", "Succeed", "Fail") and ("Next" in state) == bool(state.get("End")):
        yield f"SCHEMA_VALIDATION_FAILED: exactly one of Next and End is expected at {path}"
    for target, where in _targets(state):
        if target not in states:
            yield f"MISSING_TRANSITION_TARGET: {target!r} is not a state, at {path}/{where}"
    if kind == "Choice":
        yield from _choices(state, path, language)
    yield from _errors(state, path, language)
    for index, branch in enumerate(state.get("Branches") or []):
        yield from _states(branch, f"{path}/Branches[{index}]", language, names, variables)
    processor = state.get("ItemProcessor") or state.get("Iterator")
    if processor:
        yield from (_field(name, f"{path}/ItemProcessor") for name in processor if name not in _PROCESSOR)
        yield from _states(processor, f"{path}/ItemProcessor", language, names, variables)


def _targets(state: dict) -> Iterator[tuple[str, str]]:
    for where in ("Next", "Default"):
        if where in state:
            yield state[where], where
    for field in ("Choices", "Catch"):
        for index, rule in enumerate(state.get(field) or []):
            if "Next" in rule:
                yield rule["Next"], f"{field}[{index}]/Next"


def _choices(state: dict, path: str, language: str) -> Iterator[str]:
    if not state.get("Choices"):
        yield f"SCHEMA_VALIDATION_FAILED: there are no choices at {path}/Choices"
    for index, rule in enumerate(state.get("Choices") or []):
        here = f"{path}/Choices[{index}]"
        if "Next" not in rule:
            yield f"SCHEMA_VALIDATION_FAILED: Next is missing at {here}"
        if language == "JSONata":
            yield from (_field(name, here) for name in rule if name not in ("Condition", "Next", "Output", "Assign", "Comment"))
            if "Condition" not in rule:
                yield f"SCHEMA_VALIDATION_FAILED: Condition is missing at {here}"


def _errors(state: dict, path: str, language: str) -> Iterator[str]:
    allowed = {
        "Retry": {"ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"},
        "Catch": {"ErrorEquals", "Next", "Comment"}
        | ({"Output", "Assign"} if language == "JSONata" else {"ResultPath", "Assign"}),
    }
    for field, names in allowed.items():
        rules = state.get(field) or []
        for index, rule in enumerate(rules):
            here = f"{path}/{field}[{index}]"
            yield from (_field(name, here) for name in rule if name not in names)
            errors = rule.get("ErrorEquals") or []
            if not errors:
                yield f"SCHEMA_VALIDATION_FAILED: ErrorEquals is missing at {here}"
            if "States.ALL" in errors and (len(errors) > 1 or index < len(rules) - 1):
                yield f"SCHEMA_VALIDATION_FAILED: States.ALL must stand alone and last, at {here}"
            if field == "Catch" and "Next" not in rule:
                yield f"SCHEMA_VALIDATION_FAILED: Next is missing at {here}"


def _assigned(state: dict) -> Iterator[str]:
    for holder in (state, *(state.get("Choices") or []), *(state.get("Catch") or [])):
        yield from (holder.get("Assign") or {})


def _unreachable(machine: dict, states: dict, path: str) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [machine.get("StartAt")]
    while waiting:
        name = waiting.pop()
        if name in states and name not in reached:
            reached.add(name)
            waiting += [target for target, _ in _targets(states[name])]
    for name in states:
        if name not in reached:
            yield f'MISSING_TRANSITION_TARGET: State "{name}" is not reachable, at {path}/States/{name}'
