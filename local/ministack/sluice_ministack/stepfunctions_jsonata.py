"""Gap: JSONata as Step Functions has it: version 2.0.6, no ``$eval``, and variables that are assigned all at once."""

from __future__ import annotations

from typing import Any

import jsonata
from jsonata.parser import Parser
from ministack.services import stepfunctions

from . import stepfunctions_limits as limits
from .patching import Patches

# AWS allows one second; a laptop that starts eight JVMs at once may lose more than that between two instructions.
EVALUATION_MILLISECONDS = 10_000
# What MiniStack keeps in the context for itself.
_HIDDEN = ("QueryLanguage", "variables")


def install(patches: Patches) -> None:
    patches.require(
        stepfunctions, "_ExecutionError", "_register_sfn_jsonata_functions", "_apply_jsonata_template", "_state_query_language"
    )
    patches.replace(stepfunctions, "_evaluate_jsonata", lambda _: evaluate)
    patches.replace(stepfunctions, "_apply_state_assign", lambda _: assign)
    # Both operators are newer than the JSONata that AWS runs: there they are syntax errors.
    for operator in (Parser.InfixCoalesce, Parser.InfixDefault):
        patches.replace(operator, "led", lambda _: _unknown_operator)


def evaluate(expression: str, raw_input: Any, ctx: dict | None = None, result: Any = None, error_output: Any = None) -> Any:
    """The value of what stands between ``{%`` and ``%}``; undefined is an error, as JSON cannot hold it."""
    context = ctx or {}
    states = {"input": _bound(raw_input), "context": {name: value for name, value in context.items() if name not in _HIDDEN}}
    # A state without a result has no $states.result, and only a caught error has $states.errorOutput.
    if result is not None:
        states["result"] = result
    if error_output is not None:
        states["errorOutput"] = error_output
    bindings = {name: _bound(value) for name, value in context.get("variables", {}).items()} | {"states": states}
    try:
        value = _compiled(expression).evaluate(None, bindings)
        if value is None and not _compiled(f"$exists(({expression}))").evaluate(None, bindings):
            raise stepfunctions._ExecutionError(
                "States.QueryEvaluationError", f"The JSONata expression '{expression}' returned nothing (undefined)."
            )
        return value
    except stepfunctions._ExecutionError:
        raise
    except Exception as error:  # The engine raises whatever Python does; on AWS all of it has one name.
        code = getattr(error, "error", None)
        message = f"{code}: {error}" if isinstance(code, str) and code else str(error)
        raise stepfunctions._ExecutionError(
            "States.QueryEvaluationError", f"An error occurred while evaluating the JSONata expression '{expression}': {message}"
        ) from error


def assign(state_def: dict, raw_input: Any, ctx: dict | None, result: Any = None, error_output: Any = None) -> None:
    """Every expression of one Assign sees the variables as they were before it."""
    if ctx is None or stepfunctions._state_query_language(state_def, ctx) != "JSONata":
        return
    wanted = state_def.get("Assign")
    if isinstance(wanted, dict):
        values = {
            name: stepfunctions._apply_jsonata_template(template, raw_input, ctx, result, error_output)
            for name, template in wanted.items()
        }
        limits.require(values, limits.LARGEST_ASSIGN, "One Assign gave variables")
        variables = {**ctx.get("variables", {}), **values}
        limits.require(variables, limits.LARGEST_VARIABLES, "The execution holds variables")
        ctx["variables"] = variables


def _compiled(expression: str) -> jsonata.Jsonata:
    compiled = jsonata.Jsonata.jsonata(expression, timeout=EVALUATION_MILLISECONDS)
    stepfunctions._register_sfn_jsonata_functions(compiled)
    compiled.register_lambda("eval", _no_eval)
    return compiled


def _bound(value: Any) -> Any:
    """The engine takes a Python None that is bound to a name for undefined."""
    return jsonata.utils.Utils.NULL_VALUE if value is None else value


def _no_eval(*_arguments: Any) -> None:
    raise ValueError("T1006: Attempted to invoke a non-function: $eval is not supported by Step Functions; use $parse")


def _unknown_operator(symbol: Any, _left: Any) -> None:
    raise ValueError(f'S0204: Unknown operator: "{symbol.id}" (Step Functions runs JSONata 2.0.6)')
