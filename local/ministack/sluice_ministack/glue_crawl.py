"""What one crawl does: looks at the objects under the targets and adds what the catalogue lacks."""

from __future__ import annotations

import copy
import io
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from ministack.services import glue, s3

from . import calls, calls_glue
from .calls import Permission
from .calls_keys import with_keys
from .glue_catalog import catalog_lock
from .parquet_footer import InvalidParquet, column_names

_PARQUET = {
    "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    "SerdeInfo": {
        "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        "Parameters": {"serialization.format": "1"},
    },
}


class CrawlFailed(RuntimeError):
    """The crawl cannot be done; the message becomes LastCrawl.ErrorMessage."""


@dataclass(frozen=True)
class Found:
    """One Parquet object, as its path names it."""

    key: str
    etag: str
    partition: tuple[tuple[str, str], ...]


@dataclass
class Folder:
    """A target's folder that holds a table."""

    bucket: str
    prefix: str
    objects: list[Found] = field(default_factory=list)

    @property
    def location(self) -> str:
        return f"s3://{self.bucket}/{self.prefix}"

    @property
    def table_name(self) -> str:
        return self.prefix.rstrip("/").rpartition("/")[2].replace("-", "_").lower()


class Crawl:
    """One pass over all targets of a crawler."""

    # Objects are written once, so the columns of (bucket, key, etag) never change.
    _columns: dict[tuple[str, str, str], list[str]] = {}

    def __init__(self, crawler: dict, say: Callable[[str], None]) -> None:
        self._crawler = crawler
        self._database = crawler["DatabaseName"]
        self._role = crawler.get("Role")
        self._policy = crawler.get("SchemaChangePolicy") or {}
        self._say = say
        self._drift: set[tuple[str, str]] = set()
        self.changes: Counter[str] = Counter()

    def run(self) -> None:
        targets = self._crawler.get("Targets") or {}
        for target in targets.get("S3Targets") or []:
            bucket, _, prefix = target["Path"].removeprefix("s3://").partition("/")
            self._lists(bucket)
            self._asks("GetTables", self._database)
            found = {folder.location: folder for folder in folders(bucket, prefix)}
            for empty in self._tables_under(f"s3://{bucket}/{prefix}") - set(found):
                found[empty] = Folder(bucket, empty.removeprefix(f"s3://{bucket}/"))
            for location in sorted(found):
                self._visit(self._database, found[location])
        for target in targets.get("CatalogTargets") or []:
            for name in target.get("Tables") or []:
                self._visit_table(target["DatabaseName"], name)

    def _tables_under(self, path: str) -> set[str]:
        """Where the database's tables lie below the path; a table may have lost all of its objects."""
        start = path.rstrip("/") + "/"
        locations = {_location(table) for key, table in list(glue._tables.items()) if key.startswith(f"{self._database}/")}
        return {location for location in locations if location.startswith(start)}

    def _visit_table(self, database: str, name: str) -> None:
        self._asks("GetTable", database, name)
        table = glue._tables.get(f"{database}/{name}")
        if table is None:
            raise CrawlFailed(f"Table {name} not found in database {database}")
        location = table["StorageDescriptor"]["Location"]
        bucket, _, prefix = location.removeprefix("s3://").partition("/")
        self._lists(bucket)
        found = Folder(bucket, prefix.rstrip("/") + "/", list(parquet_objects(bucket, prefix)))
        self._update(database, table, found)

    def _visit(self, database: str, folder: Folder) -> None:
        self._asks("GetDatabase", database)
        if database not in glue._databases:
            raise CrawlFailed(f"Database {database} not found")
        table = _table_at(database, folder.location)
        if table is None:
            self._create(database, folder)
        else:
            self._update(database, table, folder)

    def _create(self, database: str, folder: Folder) -> None:
        columns: list[str] = []
        for found in folder.objects:
            columns += [name for name in self._columns_of(folder.bucket, found) if name not in columns]
        name = (self._crawler.get("TablePrefix") or "") + folder.table_name
        self._asks("CreateTable", database, name)
        glue._create_table(
            {
                "DatabaseName": database,
                "TableInput": {
                    "Name": name,
                    "StorageDescriptor": {
                        "Columns": [{"Name": column, "Type": "string"} for column in columns],
                        "Location": folder.location,
                        **copy.deepcopy(_PARQUET),
                    },
                    "PartitionKeys": [{"Name": key, "Type": "string"} for key, _ in folder.objects[0].partition],
                    "TableType": "EXTERNAL_TABLE",
                    "Parameters": {"classification": "parquet", "EXTERNAL": "TRUE", "UPDATED_BY_CRAWLER": self._crawler["Name"]},
                },
            }
        )
        self.changes["tables_created"] += 1
        self._say(f"INFO : Table {name} created in database {database} with {len(columns)} columns")
        self._update(database, glue._tables[f"{database}/{name}"], folder)

    def _update(self, database: str, table: dict, folder: Folder) -> None:
        keys = tuple(key["Name"] for key in table.get("PartitionKeys") or [])
        self._asks("GetPartitions", database, table["Name"])
        present = {tuple(p["Values"]) for p in glue._partitions.get(f"{database}/{table['Name']}", [])}
        wanted: dict[tuple[str, ...], str] = {}
        for found in folder.objects:
            if tuple(name for name, _ in found.partition) != keys:
                self._say(
                    f"WARN : s3://{folder.bucket}/{found.key} is not under the partitions {'/'.join(keys)} of table {table['Name']}"
                )
                continue
            table = self._merge_columns(database, table, folder.bucket, found)
            wanted[tuple(value for _, value in found.partition)] = found.key.rpartition("/")[0] + "/"
        if keys:
            self._add_partitions(database, table, folder, {v: at for v, at in wanted.items() if v not in present})
            self._drop_partitions(database, table, present - set(wanted))

    def _merge_columns(self, database: str, table: dict, bucket: str, found: Found) -> dict:
        known = {column["Name"] for column in table["StorageDescriptor"]["Columns"]}
        for name in [name for name in self._columns_of(bucket, found) if name not in known]:
            # Once for a column, however many files have it.
            if (table["Name"], name) in self._drift:
                continue
            self._drift.add((table["Name"], name))
            self.changes["columns_new"] += 1
            if self._policy.get("UpdateBehavior", "UPDATE_IN_DATABASE") == "LOG":
                self._say(
                    f"WARN : Drift in table {table['Name']}: {found.key} has the new column {name}; the policy is to log it"
                )
                continue
            self._say(f"WARN : Drift in table {table['Name']}: {found.key} has the new column {name}; it is added")
            table = self._add_column(database, table, name)
        return table

    def _add_column(self, database: str, table: dict, name: str) -> dict:
        self._asks("UpdateTable", database, table["Name"])
        with catalog_lock:
            key = f"{database}/{table['Name']}"
            current = copy.deepcopy(glue._tables[key])
            current["StorageDescriptor"]["Columns"].append({"Name": name, "Type": "string"})
            glue._update_table({"DatabaseName": database, "TableInput": current})
            self.changes["tables_updated"] += 1
            return glue._tables[key]

    def _columns_of(self, bucket: str, found: Found) -> list[str]:
        key = (bucket, found.key, found.etag)
        if key not in self._columns:
            calls.asked(self._role, with_keys([Permission("s3:GetObject", f"arn:aws:s3:::{bucket}/{found.key}")]))
            try:
                with open_object(bucket, found.key) as file:
                    self._columns[key] = [name.lower() for name in column_names(file)]
            except InvalidParquet as error:
                self._say(f"ERROR : s3://{bucket}/{found.key}: {error}")
                return []
        return self._columns[key]

    def _add_partitions(self, database: str, table: dict, folder: Folder, missing: dict[tuple[str, ...], str]) -> None:
        for values, prefix in missing.items():
            # The columns are the table's, so that no partition disagrees with it about a type.
            descriptor = {**copy.deepcopy(table["StorageDescriptor"]), "Location": f"s3://{folder.bucket}/{prefix}"}
            glue._create_partition(
                {
                    "DatabaseName": database,
                    "TableName": table["Name"],
                    "PartitionInput": {"Values": list(values), "StorageDescriptor": descriptor, "Parameters": {}},
                }
            )
        if missing:
            self._asks("BatchCreatePartition", database, table["Name"])
            self.changes["partitions_created"] += len(missing)
            self._say(f"INFO : {len(missing)} partitions added to table {table['Name']}")

    def _drop_partitions(self, database: str, table: dict, gone: set[tuple[str, ...]]) -> None:
        for values in sorted(gone):
            if self._policy.get("DeleteBehavior") == "DELETE_FROM_DATABASE":
                self._asks("DeletePartition", database, table["Name"])
                glue._delete_partition({"DatabaseName": database, "TableName": table["Name"], "PartitionValues": list(values)})
                self.changes["partitions_deleted"] += 1
                self._say(f"INFO : Partition {list(values)} of table {table['Name']} deleted, it has no objects")
            else:
                self._say(f"WARN : Partition {list(values)} of table {table['Name']} has no objects")

    def _lists(self, bucket: str) -> None:
        calls.asked(self._role, [Permission("s3:ListBucket", f"arn:aws:s3:::{bucket}")])

    def _asks(self, action: str, database: str, table: str | None = None) -> None:
        document = {"DatabaseName": database, **({"TableName": table} if table else {})}
        calls.asked(self._role, calls_glue.permissions(f"glue:{action}", document))


def folders(bucket: str, prefix: str) -> Iterator[Folder]:
    """The table folders under a target: what stands before the first ``name=value``."""
    tables: dict[str, Folder] = {}
    for found in parquet_objects(bucket, prefix):
        parts = found.key.split("/")[:-1]
        root = "/".join(part for part in parts if "=" not in part) + "/"
        tables.setdefault(root, Folder(bucket, root)).objects.append(found)
    yield from (tables[root] for root in sorted(tables))


def parquet_objects(bucket: str, prefix: str) -> Iterator[Found]:
    if bucket not in s3._buckets:
        raise CrawlFailed(f"Bucket {bucket} not found")
    start = prefix.rstrip("/") + "/" if prefix else ""
    for key, item in sorted(list(s3._buckets[bucket]["objects"].items())):
        name = key.rpartition("/")[2]
        if key.startswith(start) and name.endswith(".parquet") and not name.startswith(("_", ".")):
            pairs = tuple((part.partition("=")[0].lower(), part.partition("=")[2]) for part in key.split("/")[:-1] if "=" in part)
            yield Found(key, item.get("etag", ""), pairs)


def open_object(bucket: str, key: str) -> BinaryIO:
    """From the disk when objects are kept there, so that a large object is not read for its last kilobytes."""
    path = s3._object_disk_path(bucket, key) if s3.S3_PERSIST else None
    if path and os.path.isfile(path):
        return open(path, "rb")
    return io.BytesIO(s3._get_object_data(bucket, key) or b"")


def _table_at(database: str, location: str) -> dict | None:
    for key, table in list(glue._tables.items()):
        if key.startswith(f"{database}/") and _location(table) == location:
            return table
    return None


def _location(table: dict) -> str:
    return ((table.get("StorageDescriptor") or {}).get("Location") or "").rstrip("/") + "/"
