"""S3 asks for the object or the bucket, for the source of a copy, and for each object of a deletion."""

from __future__ import annotations

from collections.abc import Iterator

from ministack.core import iam_actions

from .calls import Permission


def permissions(
    action: str, resource: str, method: str, path: str, headers: dict, body: bytes, query: dict
) -> Iterator[Permission]:
    yield Permission(action, resource, _context(action, method, headers, query))
    for extra, its_resource in iam_actions.s3_additional_checks(method, path, headers, body, query):
        yield Permission(extra, its_resource)


def also_for_the_answer(action: str | None, resource: str, status: int) -> Iterator[Permission]:
    """That an object is not there is told only to those who may list its bucket; others are refused."""
    if status == 404 and action in ("s3:GetObject", "s3:GetObjectVersion"):
        yield Permission("s3:ListBucket", resource.partition("/")[0])


def _context(action: str, method: str, headers: dict, query: dict) -> dict[str, str]:
    """What the condition keys of a write say; a part of an upload creates no object yet, its end does."""
    if action != "s3:PutObject":
        return {}
    creates = "uploads" not in query and "partNumber" not in query
    given = {"s3:if-none-match": headers["if-none-match"]} if "if-none-match" in headers else {}
    return {"s3:ObjectCreationOperation": str(creates).lower(), **given}
