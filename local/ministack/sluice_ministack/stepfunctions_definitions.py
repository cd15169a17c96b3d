"""Gap: a definition that AWS refuses is created here and fails only when an execution comes to the place."""

from __future__ import annotations

import json

from ministack.services import stepfunctions

from .asl_validation import problems
from .patching import Patches


def install(patches: Patches) -> None:
    patches.replace(stepfunctions, "_validate_definition_jsonata", _strictly)


def _strictly(original):
    def validate(text: str | None) -> str | None:
        """The refusal that CreateStateMachine and UpdateStateMachine answer, or None."""
        if text is None:
            return None
        try:
            definition = json.loads(text)
        except ValueError as error:
            return f"Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: {error}'"
        found = problems(definition)
        return f"Invalid State Machine Definition: '{'; '.join(found)}'" if found else original(text)

    return validate
