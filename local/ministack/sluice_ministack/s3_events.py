"""Gap: an object event on EventBridge lacks the object's version.

An object version is what a run works on; without it, an overwritten object would be read instead of the one the event is about.
"""

from __future__ import annotations

import contextvars
import json

from ministack.services import eventbridge, s3

from .patching import Patches

_version: contextvars.ContextVar[str | None] = contextvars.ContextVar("object_version", default=None)


def install(patches: Patches) -> None:
    patches.replace(s3, "_fire_s3_event", _remembering_the_version)
    patches.replace(eventbridge, "_dispatch_event", _naming_the_version)


def _remembering_the_version(original):
    def fire(*arguments, **named) -> None:
        token = _version.set(named.get("version_id"))
        try:
            original(*arguments, **named)
        finally:
            _version.reset(token)

    return fire


def _naming_the_version(original):
    def dispatch(event: dict, *arguments, **named):
        version = _version.get()
        if version and event.get("Source") == "aws.s3":
            detail = json.loads(event["Detail"])
            detail["object"]["version-id"] = version
            event = {**event, "Detail": json.dumps(detail)}
            # What the event sets off (a function, an execution) is no longer about this object.
            token = _version.set(None)
            try:
                return original(event, *arguments, **named)
            finally:
                _version.reset(token)
        return original(event, *arguments, **named)

    return dispatch
