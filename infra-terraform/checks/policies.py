"""IAM: what the roles and resources of the rendered stacks allow."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from parliament import analyze_policy_string
from parliament.finding import Finding

from checks.outcome import Failed
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


def accepted() -> dict[str, str]:
    """Findings that are not mended, with the reason, from accepted-policy-findings.yml."""
    return yaml.safe_load((ROOM / "accepted-policy-findings.yml").read_text()) or {}


def linted() -> str:
    known = accepted()
    found: dict[str, list[str]] = {}
    count = 0
    for address, policy in role_policies():
        count += 1
        for finding in analyze_policy_string(policy).findings:
            found.setdefault(_title(finding), []).append(address)
    new = {title: where for title, where in found.items() if title not in known}
    if new:
        raise Failed("; ".join(f"{title} in {', '.join(sorted(set(where)))}" for title, where in new.items()))
    stale = set(known) - set(found)
    if stale:
        raise Failed(f"accepted-policy-findings.yml names what is no longer found: {', '.join(sorted(stale))}")
    return f"{count} policies, {len(known)} accepted findings"


def _title(finding: Finding) -> str:
    return f"{finding.issue} {finding.detail}" if finding.detail else finding.issue
