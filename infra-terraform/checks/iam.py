"""IAM: what the applied policies allow, against what the calls of a day needed: neither more nor less, but for reasons."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checks.iam_policy import Call, Statement, Verdict, judged, matches, statements
from checks.places import ROOM

# Whose policy stands beside the role's own, by kind of resource: the attribute that names what it belongs to.
RESOURCE_POLICIES = {"aws_s3_bucket_policy": "bucket", "aws_kms_key": "arn"}


@dataclass(frozen=True)
class Accepted:
    """What is not mended, with the reason: actions of some roles, each with * as in a policy."""

    role: str
    actions: tuple[str, ...]
    why: str

    def covers(self, finding: Mapping[str, str]) -> bool:
        return matches(self.role, finding["role"]) and any(matches(action, finding["action"]) for action in self.actions)


@dataclass(frozen=True)
class Comparison:
    """Findings that have no reason, and reasons that have no finding. `not_allowed`: role, action, resource, why; `never_used`: role, action."""

    not_allowed: list[dict[str, str]]
    never_used: list[dict[str, str]]
    stale: list[str]

    def wrong(self) -> list[str]:
        """A sentence each; none when policies and calls agree."""
        return [
            *(f"{its['role']} needs {its['action']} on {its['resource']}: {its['why']}" for its in self.not_allowed),
            *(f"{its['role']} may {its['action']} and never does" for its in self.never_used),
            *(f"accepted-iam-differences.yml accepts what is no longer found: {each}" for each in self.stale),
        ]


class Policies:
    """The policies of roles and of what they reach, from the values of applied resources."""

    def __init__(self, resources: Iterable[Mapping[str, Any]]) -> None:
        self.roles: dict[str, list[Statement]] = {}
        self._of_resources: dict[str, list[Statement]] = {}
        of_role: defaultdict[str, list[Statement]] = defaultdict(list)
        for resource in resources:
            its = resource["values"]
            match resource["type"]:
                case "aws_iam_role":
                    self.roles[its["arn"]] = of_role[its["name"]]
                case "aws_iam_role_policy":
                    of_role[its["role"]].extend(statements(its["policy"]))
                case "aws_s3_bucket_policy" | "aws_kms_key" as kind:
                    name = its[RESOURCE_POLICIES[kind]]
                    self._of_resources[name if name.startswith("arn:") else f"arn:aws:s3:::{name}"] = statements(its["policy"])

    def judge(self, call: Call) -> Verdict:
        if call.role not in self.roles:
            return Verdict(False, "the stacks have no such role")
        # An object has its bucket's policy.
        owner = call.resource.partition("/")[0] if call.resource.startswith("arn:aws:s3:::") else call.resource
        return judged(call, self.roles[call.role], self._of_resources.get(owner, []), needs_both=call.action.startswith("kms:"))


def compared(resources: Iterable[Mapping[str, Any]], calls: Iterable[Mapping[str, Any]], accepted: Path | None = None) -> Comparison:
    """`resources`: of the applied stacks, as checks.stacks gives them; `calls`: the lines that the local AWS wrote."""
    policies = Policies(resources)
    made = {Call.of(line) for line in calls}
    verdicts = [(call, policies.judge(call)) for call in made]
    # Once, however many conditions the calls differed in.
    refused = {(call.role, call.action, call.resource, verdict.why) for call, verdict in verdicts if not verdict.allowed}
    not_allowed = [
        {"role": _name(role), "action": action, "resource": resource, "why": why} for role, action, resource, why in sorted(refused)
    ]
    never_used = [
        {"role": _name(role), "action": action}
        for role, its in sorted(policies.roles.items())
        for action in sorted({action for statement in its if statement.allows for action in statement.actions})
        if not any(call.role == role and matches(action, call.action, ignore_case=True) for call in made)
    ]
    known = yaml.safe_load((accepted or ROOM / "accepted-iam-differences.yml").read_text())
    return _without(not_allowed, never_used, known)


def recorded(file: Path) -> list[dict[str, Any]]:
    """The calls that a local AWS with SLUICE_LOCAL_CALLS=file wrote down."""
    return [json.loads(line) for line in file.read_text().splitlines()]


def _without(not_allowed: list[dict[str, str]], never_used: list[dict[str, str]], known: Mapping[str, Any]) -> Comparison:
    left, stale = [], []
    for kind, found in (("not_allowed", not_allowed), ("never_used", never_used)):
        reasons = [Accepted(its["role"], tuple(its["actions"]), its["why"]) for its in known.get(kind) or []]
        left.append([each for each in found if not any(its.covers(each) for its in reasons)])
        # Action by action: a reason for three must not outlive two of them.
        stale += [
            f"{kind}: {action} of {its.role}"
            for its in reasons
            for action in its.actions
            if not any(matches(its.role, each["role"]) and matches(action, each["action"]) for each in found)
        ]
    return Comparison(left[0], left[1], stale)


def _name(role: str) -> str:
    return role.rpartition("/")[2]
