"""Gap: Parallel and Map, whose branches have variables of their own and stop together.

MiniStack's Parallel ignores JSONata and shares its variables between branches, and in both a failed branch waits for the others.
"""

from __future__ import annotations

import contextvars
import copy
import json
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for_futures
from typing import Any

from ministack.services import stepfunctions

from . import stepfunctions_history as history
from . import stepfunctions_scope as scopes
from .patching import Patches
from .stepfunctions_scope import Abandoned, Scope

# AWS runs so many iterations of an inline map at once.
MOST_ITERATIONS = 40


def install(patches: Patches) -> None:
    patches.require(
        stepfunctions,
        "_ExecutionError",
        "_apply_input_path",
        "_apply_output_path",
        "_apply_parameters",
        "_apply_result_selector",
        "_apply_result_path",
        "_apply_jsonata_arguments",
        "_apply_jsonata_output",
        "_apply_jsonata_template",
        "_jsonata_state_field",
        "_next_or_end",
        "_resolve_params_obj",
        "_resolve_path_or_ctx",
        "_run_sub_machine",
    )
    patches.replace(stepfunctions, "_run_parallel_branches", lambda _: run_branches)
    patches.replace(stepfunctions, "_run_map_items", _run_items)


def is_jsonata(state: dict, ctx: dict) -> bool:
    return stepfunctions._state_query_language(state, ctx) == "JSONata"


def run_branches(state: dict, document: Any, execution: dict, ctx: dict) -> tuple[Any, str | None]:
    """A Parallel state; each branch has the variables as they are now, and keeps its own to itself."""
    if is_jsonata(state, ctx):
        effective = stepfunctions._apply_jsonata_arguments(state, document, ctx)
    else:
        effective = stepfunctions._apply_parameters(state, stepfunctions._apply_input_path(state, document, ctx), ctx)
    history.add_event(execution, "ParallelStateStarted")

    def branch(definition: dict) -> Callable[[], Any]:
        inner = _inner(ctx)
        return lambda: stepfunctions._run_sub_machine(
            definition["States"], definition["StartAt"], copy.deepcopy(effective), execution, inner
        )

    results = _all_of([branch(definition) for definition in state.get("Branches", [])], execution, MOST_ITERATIONS)
    history.add_event(execution, "ParallelStateSucceeded")
    return _gathered(state, document, results, ctx)


def _run_items(original):
    def run_items(state: dict, document: Any, execution: dict, ctx: dict) -> tuple[Any, str | None]:
        """A Map state; the items are walked in threads of their own."""
        processor = state.get("ItemProcessor") or state.get("Iterator") or {}
        if (processor.get("ProcessorConfig") or {}).get("Mode") == "DISTRIBUTED":
            return original(state, document, execution, ctx)
        effective = stepfunctions._apply_input_path(state, document, ctx)
        items = _items(state, document, effective, ctx)
        name = ctx["State"]["Name"]
        history.add_event(execution, "MapStateStarted", {"mapStateStartedEventDetails": {"length": len(items)}})

        def item(index: int, value: Any) -> Callable[[], Any]:
            inner = _inner(ctx) | {"Map": {"Item": {"Index": index, "Value": value}}}

            def run() -> Any:
                history.iteration(execution, "Started", name, index)
                try:
                    given = _selected(state, document, effective, value, inner)
                    output = stepfunctions._run_sub_machine(
                        processor["States"], processor["StartAt"], copy.deepcopy(given), execution, inner
                    )
                except Abandoned:
                    history.iteration(execution, "Aborted", name, index)
                    raise
                except stepfunctions._ExecutionError:
                    history.iteration(execution, "Failed", name, index)
                    raise
                history.iteration(execution, "Succeeded", name, index)
                return output

            return run

        results = _all_of([item(i, value) for i, value in enumerate(items)], execution, _at_once(state, document, ctx))
        history.add_event(execution, "MapStateSucceeded")
        return _gathered(state, document, results, ctx)

    return run_items


def _items(state: dict, document: Any, effective: Any, ctx: dict) -> list:
    if is_jsonata(state, ctx):
        if "Items" in state:
            return stepfunctions._jsonata_state_field(state, "Items", "array", document, ctx)
        found = document
    else:
        found = stepfunctions._resolve_path_or_ctx(state.get("ItemsPath", "$"), effective, ctx)
    if not isinstance(found, list):
        raise stepfunctions._ExecutionError(
            "States.Runtime", f"The items of a Map are not an array but {json.dumps(found)[:200]}"
        )
    return found


def _selected(state: dict, document: Any, effective: Any, value: Any, ctx: dict) -> Any:
    selector = state.get("ItemSelector") or state.get("Parameters")
    if not selector:
        return value
    if is_jsonata(state, ctx):
        return stepfunctions._apply_jsonata_template(selector, document, ctx)
    return stepfunctions._resolve_params_obj(selector, effective, ctx)


def _at_once(state: dict, document: Any, ctx: dict) -> int:
    wanted = state.get("MaxConcurrency", 0)
    if isinstance(wanted, str):
        wanted = stepfunctions._jsonata_state_field(state, "MaxConcurrency", "number", document, ctx)
    return min(int(wanted) or MOST_ITERATIONS, MOST_ITERATIONS)


def _inner(ctx: dict) -> dict[str, Any]:
    """The context of a branch: what it assigns is its own."""
    return {**ctx, "State": dict(ctx["State"]), "variables": copy.deepcopy(ctx["variables"])}


def _all_of(works: list[Callable[[], Any]], execution: dict, at_once: int) -> list[Any]:
    """The results in order, or the first failure; the rest is then given up, and nobody waits for it, as on AWS."""
    outer = scopes.current()
    group = Scope(execution, outer)

    def run(work: Callable[[], Any]) -> Any:
        with scopes.entered(Scope(execution, group)):
            return work()

    pool = ThreadPoolExecutor(max_workers=max(1, min(at_once, len(works))), thread_name_prefix="states")
    try:
        # Stores are scoped by context variables, and one context cannot be entered by two threads.
        futures: list[Future] = [pool.submit(contextvars.copy_context().run, run, work) for work in works]
        done, _ = wait_for_futures(futures, return_when=FIRST_EXCEPTION)
        failures = [future.exception() for future in futures if future in done and future.exception()]
        real = [failure for failure in failures if not isinstance(failure, Abandoned)]
        if failures:
            raise (real or failures)[0]
        return [future.result() for future in futures]
    finally:
        group.give_up()
        pool.shutdown(wait=False, cancel_futures=True)


def _gathered(state: dict, document: Any, results: list, ctx: dict) -> tuple[Any, str | None]:
    if is_jsonata(state, ctx):
        output = stepfunctions._apply_jsonata_output(state, document, ctx, result=results, default=results)
        stepfunctions._apply_state_assign(state, document, ctx, result=results)
    else:
        selected = stepfunctions._apply_result_selector(state, results)
        output = stepfunctions._apply_output_path(state, stepfunctions._apply_result_path(state, document, selected), ctx)
    return output, stepfunctions._next_or_end(state)
