"""The key of what is encrypted: AWS asks whoever reads or writes it for the key as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ministack.services import dynamodb, kms, s3, secretsmanager, sns, sqs

from .calls import Permission
from .patching import Patches

_READ = ("kms:Decrypt",)
_WRITE = ("kms:GenerateDataKey",)
_SEND = ("kms:Decrypt", "kms:GenerateDataKey")

# What an action needs of its resource's key.
NEEDS: dict[str, tuple[str, ...]] = {
    "s3:GetObject": _READ,
    "s3:GetObjectVersion": _READ,
    "s3:PutObject": _WRITE,
    **{
        f"dynamodb:{action}": _READ
        for action in ("BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan",
                       "UpdateItem")
    },
    "sqs:SendMessage": _SEND,
    "sqs:ReceiveMessage": _READ,
    "sns:Publish": _SEND,
    "secretsmanager:GetSecretValue": _READ,
}


def install(patches: Patches) -> None:
    patches.require(dynamodb, "_tables")
    patches.require(kms, "_resolve_key")
    patches.require(s3, "_bucket_encryption")
    patches.require(secretsmanager, "_resolve")
    patches.require(sns, "_topics")
    patches.require(sqs, "_queue_by_arn")


def with_keys(permissions: Iterable[Permission]) -> Iterator[Permission]:
    """The permissions, and behind each what it needs of a key."""
    for permission in permissions:
        yield permission
        actions = NEEDS.get(permission.action, ())
        if permission.context.get("s3:ObjectCreationOperation") == "false":
            # Parts are encrypted under the upload's key, which is opened again for each.
            actions = (*actions, *_READ)
        if actions:
            yield from use(_key_of(permission.resource), *actions)


def use(key: str | None, *actions: str) -> Iterator[Permission]:
    """@param key: by its ARN, id or alias; AWS's own keys are everybody's, and none are kept here"""
    found = kms._resolve_key(key)
    return (Permission(action, found["Arn"]) for action in actions if found)


def _key_of(resource: str) -> str | None:
    return _KEYS[resource.split(":")[2]](resource)


def _of_bucket(resource: str) -> str | None:
    rules = s3._bucket_encryption.get(resource.rpartition(":")[2].partition("/")[0]) or ""
    found = re.search(r"<KMSMasterKeyID>([^<]+)</KMSMasterKeyID>", rules)
    return found[1] if found else None


def _of_table(resource: str) -> str | None:
    table = dynamodb._tables.get(resource.split("/")[1]) or {}
    return (table.get("SSEDescription") or {}).get("KMSMasterKeyArn")


def _of_queue(resource: str) -> str | None:
    return ((sqs._queue_by_arn(resource) or {}).get("attributes") or {}).get("KmsMasterKeyId")


def _of_topic(resource: str) -> str | None:
    return ((sns._topics.get(resource) or {}).get("attributes") or {}).get("KmsMasterKeyId")


def _of_secret(resource: str) -> str | None:
    return (secretsmanager._resolve(resource)[1] or {}).get("KmsKeyId")


_KEYS: dict[str, Callable[[str], str | None]] = {
    "s3": _of_bucket,
    "dynamodb": _of_table,
    "sqs": _of_queue,
    "sns": _of_topic,
    "secretsmanager": _of_secret,
}
