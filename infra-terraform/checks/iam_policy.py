"""IAM's policies, as far as the stacks use them: statements with Allow and Deny, wildcards and conditions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

# Keys that a call says itself: where it says nothing of one, the key is absent.
SAID_BY_CALLS = frozenset({"events:source", "s3:if-none-match", "s3:objectcreationoperation"})
# Keys that are the same for every call of a role: all SDKs speak TLS, and no service speaks for itself then.
ALWAYS: Mapping[str, str | None] = {"aws:securetransport": "true", "aws:sourceaccount": None, "aws:sourcearn": None}


@dataclass(frozen=True)
class Call:
    """One permission that a role needed, as the local AWS writes it down."""

    role: str
    action: str
    resource: str
    context: frozenset[tuple[str, str]] = frozenset()

    @staticmethod
    def of(line: Mapping[str, Any]) -> Call:
        context = frozenset((key.lower(), value) for key, value in line.get("context", {}).items())
        return Call(line["role"], line["action"], line["resource"], context)

    def says(self, key: str) -> str | None:
        """What a condition key is for this call; None where the call has it not.

        Raises Undecided for keys of which nothing is known here."""
        lower, said = key.lower(), dict(self.context)
        if lower in said or lower in SAID_BY_CALLS:
            return said.get(lower)
        if lower in ALWAYS:
            return ALWAYS[lower]
        if lower == "aws:principalarn":
            return self.role
        raise Undecided(key)


class Undecided(Exception):
    """A condition asks for a key that recorded calls do not tell."""

    def __init__(self, key: str) -> None:
        super().__init__(f"its condition on {key} cannot be decided from recorded calls")


@dataclass(frozen=True)
class Statement:
    """One statement of a policy; `principals` only in policies of resources."""

    allows: bool
    actions: tuple[str, ...]
    resources: tuple[str, ...]
    principals: tuple[str, ...]
    conditions: Mapping[str, Mapping[str, Any]]

    def covers(self, call: Call) -> bool:
        """Raises Undecided when only its condition would tell."""
        return (
            any(matches(action, call.action, ignore_case=True) for action in self.actions)
            and any(matches(resource, call.resource) for resource in self.resources)
            and all(_holds(operator, asked, call) for operator, asked in self.conditions.items())
        )


def statements(policy: str) -> list[Statement]:
    return [_statement(each) for each in _listed(json.loads(policy)["Statement"])]


def _statement(each: Mapping[str, Any]) -> Statement:
    unknown = {"NotAction", "NotResource", "NotPrincipal"} & set(each)
    if unknown:
        raise ValueError(f"statement {each.get('Sid')} has {', '.join(sorted(unknown))}, which these checks do not read")
    return Statement(
        each["Effect"] == "Allow",
        tuple(_listed(each["Action"])),
        tuple(_listed(each.get("Resource", "*"))),
        tuple(_principals(each.get("Principal", {}))),
        each.get("Condition", {}),
    )


def _principals(said: Any) -> Iterator[str]:
    """Services are left out: no role is one."""
    yield from _listed(said if said == "*" else said.get("AWS", []))


def _listed(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]


def matches(pattern: str, text: str, ignore_case: bool = False) -> bool:
    """With * for any text and ? for one character."""
    return _compiled(pattern, ignore_case).fullmatch(text) is not None


@cache
def _compiled(pattern: str, ignore_case: bool) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(each, re.escape(each)) for each in pattern), re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def _holds(operator: str, asked: Mapping[str, Any], call: Call) -> bool:
    """All keys of one operator hold; of a key's values one is enough, and none may be there for a negated operator."""
    if_exists = operator.endswith("IfExists")
    name = operator.removesuffix("IfExists")
    return all(_key_holds(name, if_exists, call.says(key), [str(each).lower() if name in ("Bool", "Null") else str(each) for each in _listed(values)])
               for key, values in asked.items())


def _key_holds(operator: str, if_exists: bool, actual: str | None, expected: list[str]) -> bool:
    if operator == "Null":
        return str(actual is None).lower() in expected
    negated = "Not" in operator
    if actual is None:
        return if_exists or negated
    match operator.replace("Not", ""):
        case "StringEquals" | "ArnEquals":
            found = actual in expected if operator.startswith("String") else any(matches(each, actual) for each in expected)
        case "Bool":
            found = actual.lower() in expected
        case "StringLike" | "ArnLike":
            found = any(matches(each, actual) for each in expected)
        case _:
            raise Undecided(f"operator {operator}")
    return found != negated


@dataclass(frozen=True)
class Verdict:
    allowed: bool
    why: str = ""


def judged(call: Call, of_role: Iterable[Statement], of_resource: Iterable[Statement], needs_both: bool) -> Verdict:
    """As AWS does inside of one account: a Deny wins, and an Allow of the role or one of the resource that names the role is enough.

    `needs_both`: a key's policy must let the role's own policies decide, or name the role."""
    account = f"arn:aws:iam::{call.role.split(':')[4]}:root"
    mine = list(of_role)
    its = [each for each in of_resource if {"*", account, call.role} & set(each.principals)]
    undecided: list[str] = []

    def some(of: Iterable[Statement]) -> bool:
        found = False
        for each in of:
            try:
                found |= each.covers(call)
            except Undecided as why:
                undecided.append(str(why))
        return found

    if some(each for each in [*mine, *its] if not each.allows):
        return Verdict(False, "a statement denies it")
    by_role = some(each for each in mine if each.allows)
    by_name = some(each for each in its if each.allows and {"*", call.role} & set(each.principals))
    by_account = some(each for each in its if each.allows and account in each.principals)
    if by_name or (by_role and (by_account or not needs_both)):
        return Verdict(True) if not undecided else Verdict(False, undecided[0])
    return Verdict(False, undecided[0] if undecided else "the key's policy does not let the role decide" if by_role else "no statement allows it")
