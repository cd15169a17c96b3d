"""IAM: what the roles and resources of the rendered stacks allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from parliament import analyze_policy_string

from checking import Failed
from checks.places import ROOM, STACKS
from checks.terraform import rendered, resources

# A policy of a resource names who may; parliament reads what a role may.
ROLE_POLICY = "aws_iam_role_policy"


def role_policies() -> Iterator[tuple[str, str]]:
    """Address and text of every role's policy."""
    for stack in STACKS:
        for resource in resources(rendered(stack)):
            if resource["type"] == ROLE_POLICY:
                yield f"{stack}: {resource['address']}", resource["values"]["policy"]


@dataclass(frozen=True)
class Accepted:
    """A kind of finding that is not mended in some places, with the reason."""

    finding: str
    where: str
    why: str

    def covers(self, kind: str, address: str) -> bool:
        return kind == self.finding and re.search(self.where, address) is not None


def linted() -> str:
    known = [Accepted(**entry) for entry in yaml.safe_load((ROOM / "accepted-policy-findings.yml").read_text())]
    policies = list(role_policies())
    found = [
        (finding.issue, address, str(finding.detail or ""))
        for address, policy in policies
        for finding in analyze_policy_string(policy).findings
    ]
    new = [each for each in found if not any(its.covers(each[0], each[1]) for its in known)]
    if new:
        raise Failed("\n".join(f"{kind} in {address}: {detail}" for kind, address, detail in new))
    stale = [its for its in known if not any(its.covers(kind, address) for kind, address, _ in found)]
    if stale:
        raise Failed(f"accepted-policy-findings.yml accepts what is no longer found: {stale}")
    return f"{len(policies)} policies, {len(known)} kinds of findings accepted with their reasons"
