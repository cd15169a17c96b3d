"""CloudWatch log streams that the emulator itself writes to."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from ministack.core.responses import get_account_id, get_region, request_scope
from ministack.services import cloudwatch_logs

from . import calls
from .calls import Permission
from .patching import Patches


def install(patches: Patches) -> None:
    patches.require(cloudwatch_logs, "_log_groups", "_make_group_arn", "_append_log_events", "_fanout_to_subscription_filters")


class LogStream:
    """One stream; lines appear in it as they are written, in the account and region of whoever opened it.

    AWS's services write with the role of whom they write for.
    """

    def __init__(self, group: str, stream: str, role: str | None) -> None:
        self._group_name = group
        self._stream_name = stream
        self._role = role
        self._account = get_account_id()
        self._region = get_region()

    @property
    def group(self) -> str:
        return self._group_name

    @property
    def name(self) -> str:
        return self._stream_name

    def write(self, *lines: str) -> None:
        if lines:
            # Threads that pump a child's output have no request, and the stores are scoped by it.
            with request_scope(self._account, self._region):
                self._append(lines)

    def _append(self, lines: Sequence[str]) -> None:
        now = int(time.time() * 1000)
        calls.asked(self._role, self._permissions())
        group = cloudwatch_logs._log_groups.setdefault(
            self._group_name,
            {
                "arn": cloudwatch_logs._make_group_arn(self._group_name),
                "creationTime": now,
                "retentionInDays": None,
                "tags": {},
                "subscriptionFilters": {},
                "streams": {},
            },
        )
        stream = group["streams"].setdefault(
            self._stream_name,
            {
                "events": [],
                "uploadSequenceToken": "1",
                "creationTime": now,
                "firstEventTimestamp": None,
                "lastEventTimestamp": None,
                "lastIngestionTime": None,
            },
        )
        cloudwatch_logs._append_log_events(stream, [{"timestamp": now, "message": line, "ingestionTime": now} for line in lines])
        cloudwatch_logs._fanout_to_subscription_filters(
            self._group_name, self._stream_name, [{"timestamp": now, "message": line} for line in lines]
        )

    def _permissions(self) -> Iterator[Permission]:
        """Asked for once a stream: how lines are gathered into calls is the service's own affair."""
        group = cloudwatch_logs._log_groups.get(self._group_name)
        if group and self._stream_name in group["streams"]:
            return
        stream = f"{cloudwatch_logs._make_group_arn(self._group_name).removesuffix(':*')}:log-stream:{self._stream_name}"
        for action in ("CreateLogGroup",) * (group is None) + ("CreateLogStream", "PutLogEvents"):
            yield Permission(f"logs:{action}", stream)
