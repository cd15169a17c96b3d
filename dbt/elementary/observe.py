"""After a build: Elementary's report beside the run's other results, and its alerts to Slack.

Reads SLUICE_RUN_ID, SLUICE_DQ_RESULTS_BUCKET and, where alerts are wanted, SLUICE_SLACK_SECRET: the name of a secret that holds
{"token": "xoxb-…", "channel": "data-alerts"}. The build's verdict is dbt's own: what goes wrong here is said and costs nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Edr = Callable[[list[str]], None]


class NotTold(Exception):
    """Elementary could not do its part; the message says what was expected, what was found, and how it is mended."""


def report(edr: Edr, s3: Any, environment: Mapping[str, str], scratch: Path) -> str:
    """Uploads the report and returns where it lies."""
    page = scratch / "elementary.html"
    configure(scratch, {})
    edr(["report", "--file-path", str(page), "--open-browser", "false", "--config-dir", str(scratch)])
    key = f"dq-results/dbt/run_id={environment['SLUICE_RUN_ID']}/elementary.html"
    s3.upload_file(str(page), environment["SLUICE_DQ_RESULTS_BUCKET"], key, ExtraArgs={"ContentType": "text/html; charset=utf-8"})
    return f"s3://{environment['SLUICE_DQ_RESULTS_BUCKET']}/{key}"


def slack_settings(text: str, secret: str) -> tuple[str, str]:
    """(token, channel) of the secret's text; the message of a failure never shows the text."""
    try:
        its = json.loads(text)
        return its["token"], its["channel"].lstrip("#")
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise NotTold(f'secret {secret}: expected {{"token": "xoxb-…", "channel": "data-alerts"}}, found another form') from broken


def preflight(slack: Any, channel: str) -> None:
    """The channel is there and the app is in it, before edr stumbles over its first message."""
    cursor = ""
    while True:
        answer = slack.conversations_list(types="public_channel,private_channel", exclude_archived=True, limit=200, cursor=cursor)
        for its in answer["channels"]:
            if its["name"] == channel:
                if its["is_member"]:
                    return
                raise NotTold(f"Slack: the app is not in channel {channel}; /invite it there")
        cursor = answer.get("response_metadata", {}).get("next_cursor", "")
        if not cursor:
            raise NotTold(f"Slack: the app sees no channel {channel}; a private one shows only to its members: /invite the app there")


def alert(edr: Edr, slack: Any, token: str, channel: str, scratch: Path) -> None:
    """Sends the alerts, once the channel was seen."""
    preflight(slack, channel)
    configure(scratch, {"slack": {"token": token, "channel_name": channel}})
    edr(["monitor", "--config-dir", str(scratch)])


def configure(scratch: Path, settings: dict[str, Any]) -> None:
    """edr's settings go by a file that only this user reads: arguments are seen by every process. JSON is YAML."""
    file = scratch / "config.yml"
    file.touch(mode=0o600)
    file.write_text(json.dumps({"anonymous_usage_tracking": False, **settings}))


def run_edr(arguments: list[str]) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("edr")), *arguments, "--profiles-dir", str(HERE)],
        env={**os.environ, "EDR_INTERNAL_TARGET_PATH": tempfile.gettempdir()},
        cwd=tempfile.gettempdir(),  # where edr leaves its logs
        check=False,
    )
    if done.returncode != 0:
        raise NotTold(f"edr {arguments[0]} ended with {done.returncode}; its own lines above say why")


def main() -> None:
    import boto3
    from slack_sdk import WebClient

    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        print("Elementary's report: " + report(run_edr, boto3.client("s3"), os.environ, scratch))
        secret = os.environ.get("SLUICE_SLACK_SECRET", "")
        if secret:
            text = boto3.client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"]
            token, channel = slack_settings(text, secret)
            alert(run_edr, WebClient(token=token), token, channel, scratch)


if __name__ == "__main__":
    try:
        main()
    except Exception as failure:  # whatever it is, the marts are built and tested already
        print(f"! Elementary did not report: {type(failure).__name__}: {failure}")
