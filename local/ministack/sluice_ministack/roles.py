"""Gap: MiniStack knows its callers by account. Here whoever works for a role carries keys of its own, so that the role is known.

The keys are a session of the role, as AWS's services get one: STS says whose they are, and nothing checks their signature.
"""

from __future__ import annotations

import hashlib

from ministack.core import lambda_runtime
from ministack.core.responses import get_account_id
from ministack.services import lambda_svc, sts

from .patching import Patches


def install(patches: Patches) -> None:
    patches.require(sts, "register_session", "_sessions")
    # The second holds the first by its name, for functions that are no Java.
    for module in (lambda_runtime, lambda_svc):
        patches.replace(module, "execution_credentials", lambda _: of_function)


def of_function(config: dict) -> dict[str, str]:
    """The variables with which a function's process speaks for its role."""
    return credentials(config.get("Role"), config.get("FunctionName", "function"))


def credentials(role: str | None, session: str) -> dict[str, str]:
    """The variables with which a process speaks for a role; without a role it speaks for the account."""
    if not role or ":role/" not in role:
        return {"AWS_ACCESS_KEY_ID": get_account_id(), "AWS_SECRET_ACCESS_KEY": "test"}
    account, name = role.split(":")[4], role.rpartition("/")[2]
    # The same role and session have the same keys in every start of the emulator: what runs on may still use them.
    digest = hashlib.sha256(f"{role} {session}".encode()).hexdigest()
    key = f"ASIA{digest[:16].upper()}"
    session_keys = {"SecretAccessKey": digest, "SessionToken": digest}
    user = {"Arn": f"arn:aws:sts::{account}:assumed-role/{name}/{session[:64]}", "UserId": f"AROA{name}:{session[:64]}"}
    sts.register_session(key, {**user, **session_keys, "Role": role})
    return {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": digest, "AWS_SESSION_TOKEN": digest}


def role_of(access_key: str) -> str | None:
    """The ARN of the role that the keys are a session of; None for everybody else."""
    session = sts._sessions.get(access_key)
    if session is None:
        return None
    if "Role" in session:
        return session["Role"]
    # A session that AssumeRole gave.
    _, _, resource = session.get("Arn", "").partition(":assumed-role/")
    account = session.get("Arn", "").split(":")[4] if resource else ""
    return f"arn:aws:iam::{account}:role/{resource.partition('/')[0]}" if resource else None
