"""Gap: Glue tables. UpdateTable replaces, old versions are kept, and empty texts are absent.

dbt-athena and Iceberg commit through these calls: a merged update leaves parameters of the old table, and two commits that
both pass the version check lose one of them.
"""

from __future__ import annotations

import copy
import json
import threading
import time
from collections.abc import Callable
from typing import Any

from ministack.core.responses import (
    AccountRegionScopedDict,
    error_response_json,
    json_response,
)
from ministack.services import glue

from .patching import Patches

Answer = tuple[int, dict, Any]

# Whoever changes a table or its partitions holds this; readers see either the old table or the new one.
catalog_lock = threading.RLock()

_versions = AccountRegionScopedDict()

_DEFAULTS: dict[str, Any] = {"StorageDescriptor": {}, "PartitionKeys": [], "Parameters": {}, "TableType": "EXTERNAL_TABLE"}
_REPLACED = (
    "Description",
    "Owner",
    "StorageDescriptor",
    "PartitionKeys",
    "TableType",
    "Parameters",
    "ViewOriginalText",
    "ViewExpandedText",
    "ViewDefinition",
    "IsMultiDialectView",
    "Retention",
    "TargetTable",
)


def install(patches: Patches) -> None:
    patches.require(glue, "_tables", "_partitions", "_ALL_STATE")
    patches.replace(glue, "_get_table", _get_table)
    patches.replace(glue, "_get_tables", _get_tables)
    patches.replace(glue, "_update_table", _update_table)
    patches.replace(glue, "_delete_table", lambda original: _forgetting(original, lambda data: [data.get("Name")]))
    patches.replace(
        glue, "_batch_delete_table", lambda original: _forgetting(original, lambda data: data.get("TablesToDelete", []))
    )
    patches.replace(glue, "_handle_request_sync", _more_actions)
    patches.verify()
    # What stands in here is saved and restored with the rest of Glue.
    glue._ALL_STATE["sluice_table_versions"] = _versions


_ACTIONS: dict[str, Callable[[dict], Answer]] = {}


def action(name: str) -> Callable[[Callable[[dict], Answer]], Callable[[dict], Answer]]:
    """Adds an action that MiniStack's Glue does not know."""

    def register(handler: Callable[[dict], Answer]) -> Callable[[dict], Answer]:
        _ACTIONS[name] = handler
        return handler

    return register


def _more_actions(original):
    def handle(method: str, path: str, headers: dict, body: bytes, query_params: dict) -> Answer:
        handler = _ACTIONS.get(headers.get("x-amz-target", "").rpartition(".")[2])
        if handler is None or path.startswith("/iceberg"):
            return original(method, path, headers, body, query_params)
        return handler(json.loads(body or b"{}"))

    return handle


def table_key(data: dict, name: str = "TableName") -> str:
    return f"{data.get('DatabaseName')}/{data.get(name)}"


def not_found(what: str) -> Answer:
    return error_response_json("EntityNotFoundException", f"{what} not found.", 400)


def public(table: dict) -> dict:
    """An absent text is absent on AWS; dbt-athena and Trino read an empty description as a description."""
    return {
        name: value
        for name, value in table.items()
        if value is not None and not (name in ("Description", "Owner") and value == "")
    }


def _get_table(_original):
    def get_table(data: dict) -> Answer:
        table = glue._tables.get(table_key(data, "Name"))
        return json_response({"Table": public(table)}) if table else not_found(f"Table {data.get('Name')}")

    return get_table


def _get_tables(original):
    def get_tables(data: dict) -> Answer:
        if data.get("DatabaseName") not in glue._databases:
            return not_found(f"Database {data.get('DatabaseName')}")
        tables = [public(table) for table in json.loads(original(data)[2])["TableList"]]
        return page(sorted(tables, key=lambda table: table["Name"]), "TableList", data, 100)

    return get_tables


def page(items: list, name: str, data: dict, largest: int) -> Answer:
    """Glue answers in pages; a caller that ignores NextToken must lose items here as it would on AWS."""
    start = int(data.get("NextToken") or 0)
    size = min(int(data.get("MaxResults") or largest), largest)
    answer: dict[str, Any] = {name: items[start : start + size]}
    if start + size < len(items):
        answer["NextToken"] = str(start + size)
    return json_response(answer)


def _update_table(_original):
    def update_table(data: dict) -> Answer:
        wanted = data.get("TableInput", {})
        name = wanted.get("Name")
        key = f"{data.get('DatabaseName')}/{name}"
        with catalog_lock:
            current = glue._tables.get(key)
            if current is None:
                return not_found(f"Table {name}")
            version = current.get("VersionId", "1")
            if data.get("VersionId") is not None and str(data["VersionId"]) != version:
                return error_response_json(
                    "ConcurrentModificationException",
                    f"Table {name} is at version {version}, the update expected {data['VersionId']}.",
                    400,
                )
            if not data.get("SkipArchive"):
                _versions[key] = [*_versions.get(key, []), copy.deepcopy(current)]
            kept = {name: value for name, value in current.items() if name not in _REPLACED}
            given = {name: wanted[name] for name in _REPLACED if name in wanted}
            glue._tables[key] = {
                **kept,
                **copy.deepcopy(_DEFAULTS),
                **given,
                "UpdateTime": int(time.time()),
                "VersionId": str(int(version) + 1),
            }
        return json_response({})

    return update_table


def _forgetting(original, names: Callable[[dict], list]):
    def forget(data: dict) -> Answer:
        with catalog_lock:
            for name in names(data):
                _versions.pop(f"{data.get('DatabaseName')}/{name}", None)
            return original(data)

    return forget


@action("GetTableVersions")
def _get_table_versions(data: dict) -> Answer:
    table = glue._tables.get(table_key(data))
    if table is None:
        return not_found(f"Table {data.get('TableName')}")
    newest_first = [table, *reversed(_versions.get(table_key(data), []))]
    versions = [{"Table": public(version), "VersionId": version["VersionId"]} for version in newest_first]
    return page(versions, "TableVersions", data, 100)


@action("GetTableVersion")
def _get_table_version(data: dict) -> Answer:
    table = glue._tables.get(table_key(data))
    if table is None:
        return not_found(f"Table {data.get('TableName')}")
    for version in [table, *_versions.get(table_key(data), [])]:
        if str(data.get("VersionId", table["VersionId"])) == version["VersionId"]:
            return json_response({"TableVersion": {"Table": public(version), "VersionId": version["VersionId"]}})
    return not_found(f"Version {data.get('VersionId')} of table {data.get('TableName')}")


@action("DeleteTableVersion")
def _delete_table_version(data: dict) -> Answer:
    with catalog_lock:
        kept = _versions.get(table_key(data), [])
        if all(version["VersionId"] != str(data.get("VersionId")) for version in kept):
            return not_found(f"Version {data.get('VersionId')} of table {data.get('TableName')}")
        _versions[table_key(data)] = [version for version in kept if version["VersionId"] != str(data["VersionId"])]
    return json_response({})


@action("BatchDeleteTableVersion")
def _batch_delete_table_version(data: dict) -> Answer:
    errors = []
    for version in data.get("VersionIds", []):
        status, _, body = _delete_table_version({**data, "VersionId": version})
        if status != 200:
            errors.append({"TableName": data.get("TableName"), "VersionId": version, "ErrorDetail": _detail(body)})
    return json_response({"Errors": errors})


def _detail(body: bytes) -> dict:
    error = json.loads(body)
    return {"ErrorCode": error.get("__type"), "ErrorMessage": error.get("message")}
