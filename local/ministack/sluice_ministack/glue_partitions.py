"""Gap: GetPartitions ignores its expression, its segment and its paging; BatchDeletePartition and UpdatePartition are missing."""

from __future__ import annotations

import zlib

from ministack.core.responses import error_response_json, json_response
from ministack.services import glue

from .glue_catalog import Answer, action, catalog_lock, not_found, page, table_key
from .glue_expression import UnsupportedExpression, matching
from .patching import Patches

LARGEST_PAGE = 1000


def install(patches: Patches) -> None:
    patches.require(glue, "_delete_partition", "_batch_create_partition", "_create_partition")
    patches.replace(glue, "_get_partitions", _get_partitions)
    patches.replace(glue, "_delete_partition", _delete_partition)
    for name in ("_create_partition", "_batch_create_partition"):
        patches.replace(glue, name, _of_a_table)


def _get_partitions(_original):
    def get_partitions(data: dict) -> Answer:
        table = glue._tables.get(table_key(data))
        if table is None:
            return not_found(f"Table {data.get('TableName')}")
        partitions = list(glue._partitions.get(table_key(data), []))
        expression = (data.get("Expression") or "").strip()
        if expression:
            keys = [(key["Name"], key.get("Type", "string")) for key in table.get("PartitionKeys") or []]
            try:
                partitions = [partitions[i] for i in matching(expression, keys, [p["Values"] for p in partitions])]
            except UnsupportedExpression as error:
                return error_response_json("InvalidInputException", str(error), 400)
        segment = data.get("Segment")
        if segment:
            partitions = [p for p in partitions if _segment(p["Values"], segment["TotalSegments"]) == segment["SegmentNumber"]]
        return page([_public(partition) for partition in partitions], "Partitions", data, LARGEST_PAGE)

    return get_partitions


def _segment(values: list[str], total: int) -> int:
    return zlib.crc32("/".join(values).encode()) % total


def _public(partition: dict) -> dict:
    return {name: value for name, value in partition.items() if value is not None}


def _of_a_table(original):
    """A partition of a table that does not exist would wait unseen until somebody makes the table."""

    def create(data: dict) -> Answer:
        with catalog_lock:
            if table_key(data) not in glue._tables:
                return not_found(f"Table {data.get('TableName')}")
            return original(data)

    return create


def _delete_partition(original):
    def delete_partition(data: dict) -> Answer:
        with catalog_lock:
            values = data.get("PartitionValues", [])
            if all(partition["Values"] != values for partition in glue._partitions.get(table_key(data), [])):
                return not_found(f"Partition {values} of table {data.get('TableName')}")
            return original(data)

    return delete_partition


@action("BatchDeletePartition")
def _batch_delete_partition(data: dict) -> Answer:
    errors = []
    for wanted in data.get("PartitionsToDelete", []):
        values = wanted["Values"]
        status, _, _ = glue._delete_partition({**data, "PartitionValues": values})
        if status != 200:
            errors.append(
                {
                    "PartitionValues": values,
                    "ErrorDetail": {"ErrorCode": "EntityNotFoundException", "ErrorMessage": "Partition not found."},
                }
            )
    return json_response({"Errors": errors})


@action("UpdatePartition")
def _update_partition(data: dict) -> Answer:
    with catalog_lock:
        partitions = glue._partitions.get(table_key(data), [])
        for index, partition in enumerate(partitions):
            if partition["Values"] == data.get("PartitionValueList"):
                partitions[index] = {**partition, **data.get("PartitionInput", {})}
                return json_response({})
    return not_found(f"Partition {data.get('PartitionValueList')} of table {data.get('TableName')}")
