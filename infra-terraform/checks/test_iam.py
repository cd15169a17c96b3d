"""What the comparison of policies with calls finds, and what it does not."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from checks.iam import Comparison, compared

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/worker"
KEY = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/1"
CREATE_ONLY = {
    "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::raw/*",
    "Condition": {"Null": {"s3:if-none-match": "true"}, "Bool": {"s3:ObjectCreationOperation": "true"}},
}


def allow(action: str | list[str], resource: str | list[str], **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def role(*statements: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"type": "aws_iam_role", "values": {"name": "worker", "arn": ROLE}},
        {"type": "aws_iam_role_policy", "values": {"role": "worker", "policy": policy(*statements)}},
    ]


def bucket(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "aws_s3_bucket_policy", "values": {"bucket": "raw", "policy": policy(*statements)}}


def key(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "aws_kms_key", "values": {"arn": KEY, "policy": policy(*statements)}}


def call(action: str, resource: str, **context: str) -> dict[str, Any]:
    return {"role": ROLE, "action": action, "resource": resource, "context": context}


PUT = call("s3:PutObject", "arn:aws:s3:::raw/raw/a", **{"s3:ObjectCreationOperation": "true", "s3:if-none-match": "*"})
MAY_PUT = allow("s3:PutObject", "arn:aws:s3:::raw/raw/*")


class Compared(unittest.TestCase):
    def compare(self, resources: list[dict[str, Any]], calls: list[dict[str, Any]], accepted: dict[str, Any] | None = None) -> Comparison:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "accepted.yml"
            file.write_text(json.dumps(accepted or {}))
            return compared(resources, calls, file)

    def why(self, resources: list[dict[str, Any]], *calls: dict[str, Any]) -> list[str]:
        return [its["why"] for its in self.compare(resources, list(calls)).not_allowed]

    def test_policies_and_calls_that_agree(self) -> None:
        self.assertEqual(self.compare(role(MAY_PUT), [PUT]).wrong(), [])

    def test_a_call_that_no_statement_allows(self) -> None:
        found = self.compare(role(MAY_PUT), [PUT, call("s3:GetObject", "arn:aws:s3:::raw/raw/a")])
        self.assertEqual(found.wrong(), ["worker needs s3:GetObject on arn:aws:s3:::raw/raw/a: no statement allows it"])

    def test_a_call_outside_of_the_resources(self) -> None:
        self.assertEqual(self.why(role(MAY_PUT), call("s3:PutObject", "arn:aws:s3:::raw/rawest")), ["no statement allows it"])

    def test_an_action_that_nothing_needed(self) -> None:
        found = self.compare(role(allow(["s3:PutObject", "s3:DeleteObject"], "arn:aws:s3:::raw/*")), [PUT])
        self.assertEqual(found.never_used, [{"role": "worker", "action": "s3:DeleteObject"}])
        self.assertEqual(found.wrong(), ["worker may s3:DeleteObject and never does"])

    def test_what_another_role_did_is_no_use_of_this_ones(self) -> None:
        other = {**PUT, "role": f"{ROLE}-other"}
        found = self.compare(role(MAY_PUT), [other])
        self.assertEqual((found.not_allowed[0]["why"], found.never_used[0]["action"]), ("the stacks have no such role", "s3:PutObject"))

    def test_wildcards_in_actions_and_resources(self) -> None:
        self.assertEqual(self.compare(role(allow("S3:Put*", "arn:aws:s3:::r?w/raw/*")), [PUT]).wrong(), [])
        self.assertEqual(self.compare(role(allow("s3:Get*", "*")), []).never_used, [{"role": "worker", "action": "s3:Get*"}])

    def test_names_with_brackets_are_no_patterns(self) -> None:
        resource = "arn:aws:logs:eu-central-1:0:log-group:g:log-stream:[1]a"
        self.assertEqual(self.why(role(allow("logs:PutLogEvents", resource)), call("logs:PutLogEvents", resource)), [])

    def test_a_role_may_not_what_its_own_policy_denies(self) -> None:
        denied = {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}
        self.assertEqual(self.why(role(MAY_PUT, denied), PUT), ["a statement denies it"])

    def test_a_buckets_policy_denies_what_the_roles_allows(self) -> None:
        without = call("s3:PutObject", "arn:aws:s3:::raw/raw/a", **{"s3:ObjectCreationOperation": "true"})
        part = call("s3:PutObject", "arn:aws:s3:::raw/raw/a", **{"s3:ObjectCreationOperation": "false"})
        self.assertEqual(self.why([*role(MAY_PUT), bucket(CREATE_ONLY)], PUT, part), [])
        self.assertEqual(self.why([*role(MAY_PUT), bucket(CREATE_ONLY)], PUT, without), ["a statement denies it"])

    def test_a_buckets_policy_that_names_the_role_is_enough(self) -> None:
        named = allow("s3:PutObject", "arn:aws:s3:::raw/*", Principal={"AWS": ROLE})
        self.assertEqual(self.why([*role(), bucket(named)], PUT), [])
        account = {**named, "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}}
        self.assertEqual(self.why([*role(), bucket(account)], PUT), ["no statement allows it"])
        service = {**named, "Principal": {"Service": "events.amazonaws.com"}}
        self.assertEqual(self.why([*role(), bucket(service)], PUT), ["no statement allows it"])

    def test_a_key_must_let_the_role_decide(self) -> None:
        decrypt, may = call("kms:Decrypt", KEY), allow("kms:Decrypt", KEY)
        account = allow("kms:Decrypt", "*", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
        self.assertEqual(self.why([*role(may), key(account)], decrypt), [])
        self.assertEqual(self.why([*role(may), key({**account, "Action": "kms:Encrypt"})], decrypt), ["the key's policy does not let the role decide"])
        self.assertEqual(self.why([*role(), key(account)], decrypt), ["no statement allows it"])

    def test_conditions_on_what_calls_say(self) -> None:
        bus = "arn:aws:events:eu-central-1:0:event-bus/default"
        may = role(allow("events:PutEvents", bus, Condition={"StringEquals": {"events:source": ["sluice", "other"]}}))
        self.assertEqual(self.why(may, call("events:PutEvents", bus, **{"events:source": "sluice"})), [])
        self.assertEqual(self.why(may, call("events:PutEvents", bus, **{"events:source": "aws.s3"})), ["no statement allows it"])
        self.assertEqual(self.why(may, call("events:PutEvents", bus)), ["no statement allows it"])

    def test_every_call_of_a_role_is_encrypted_on_its_way(self) -> None:
        plain = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        self.assertEqual(self.why([*role(MAY_PUT), bucket(plain)], PUT), [])

    def test_a_condition_that_nobody_can_decide_here_is_said(self) -> None:
        asks = allow("s3:PutObject", "*", Condition={"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}})
        self.assertEqual(self.why(role(asks), PUT), ["its condition on aws:SourceIp cannot be decided from recorded calls"])
        denies = {**asks, "Effect": "Deny"}
        self.assertEqual(self.why(role(MAY_PUT, denies), PUT), ["its condition on aws:SourceIp cannot be decided from recorded calls"])

    def test_a_policy_that_is_not_read_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "has NotAction"):
            self.compare(role({"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}), [])

    def test_a_reason_covers_its_findings_only(self) -> None:
        resources = role(allow(["s3:PutObject", "xray:PutTraceSegments"], "*"))
        reasons = {"never_used": [{"role": "work*", "actions": ["xray:*"], "why": "AWS does it."}]}
        self.assertEqual([its["action"] for its in self.compare(resources, [], reasons).never_used], ["s3:PutObject"])
        self.assertEqual(self.compare(resources, [PUT], reasons).wrong(), [])

    def test_a_reason_that_is_no_longer_needed_is_wrong(self) -> None:
        reasons = {"never_used": [{"role": "worker", "actions": ["s3:PutObject", "s3:GetObject"], "why": "Before."}]}
        found = self.compare(role(allow(["s3:PutObject", "s3:GetObject"], "*")), [PUT], reasons)
        self.assertEqual(found.stale, ["never_used: s3:PutObject of worker"])
        self.assertEqual(found.wrong(), ["accepted-iam-differences.yml accepts what is no longer found: never_used: s3:PutObject of worker"])


if __name__ == "__main__":
    unittest.main()
