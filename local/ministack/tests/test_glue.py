"""Contract: what dbt, Iceberg and the crawler ask of the Glue catalogue."""

from __future__ import annotations

import uuid

import pytest
from botocore.exceptions import ClientError

PARQUET = {
    "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    "SerdeInfo": {"SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"},
}


@pytest.fixture
def glue(emulator):
    return emulator.client("glue")


@pytest.fixture
def database(glue) -> str:
    name = f"db_{uuid.uuid4().hex[:8]}"
    glue.create_database(DatabaseInput={"Name": name})
    return name


def table(name: str = "adverts", **more) -> dict:
    return {
        "Name": name,
        "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "string"}], "Location": f"s3://validated/{name}/", **PARQUET},
        "PartitionKeys": [
            {"Name": "ingest_date", "Type": "string"},
            {"Name": "run_id", "Type": "string"},
            {"Name": "n", "Type": "int"},
        ],
        "TableType": "EXTERNAL_TABLE",
        **more,
    }


@pytest.fixture
def partitioned(glue, database) -> str:
    glue.create_table(DatabaseName=database, TableInput=table())
    values = [
        ["2026-11-19", "a", "2"],
        ["2026-11-20", "a", "10"],
        ["2026-11-20", "b", "9"],
        ["__HIVE_DEFAULT_PARTITION__", "c", "1"],
    ]
    glue.batch_create_partition(
        DatabaseName=database,
        TableName="adverts",
        PartitionInputList=[{"Values": v, "StorageDescriptor": PARQUET} for v in values],
    )
    return database


def found(glue, database: str, expression: str) -> list[str]:
    partitions = glue.get_partitions(DatabaseName=database, TableName="adverts", Expression=expression)["Partitions"]
    return ["/".join(partition["Values"]) for partition in partitions]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("ingest_date = '2026-11-19'", ["2026-11-19/a/2"]),
        ("(ingest_date = '2026-11-20' and run_id = 'b')", ["2026-11-20/b/9"]),
        ("ingest_date = '2026-11-19' OR run_id = 'b'", ["2026-11-19/a/2", "2026-11-20/b/9"]),
        ("run_id IN ('a', 'c')", ["2026-11-19/a/2", "2026-11-20/a/10", "__HIVE_DEFAULT_PARTITION__/c/1"]),
        ("n > 9", ["2026-11-20/a/10"]),
        ("n BETWEEN 2 AND 9", ["2026-11-19/a/2", "2026-11-20/b/9"]),
        ("ingest_date <> '2026-11-20'", ["2026-11-19/a/2"]),
        ("ingest_date LIKE '2026-11-2%'", ["2026-11-20/a/10", "2026-11-20/b/9"]),
        ("run_id LIKE 'A'", []),
        ("ingest_date IS NULL", ["__HIVE_DEFAULT_PARTITION__/c/1"]),
        ("ingest_date > '2026-12-01'", []),
        ("", ["2026-11-19/a/2", "2026-11-20/a/10", "2026-11-20/b/9", "__HIVE_DEFAULT_PARTITION__/c/1"]),
    ],
)
def test_get_partitions_honours_its_expression(glue, partitioned, expression, expected):
    assert found(glue, partitioned, expression) == expected


@pytest.mark.parametrize(
    "expression", ["nonsense ==== 1", "unknown_key = 'a'", "1=1; drop table partitions", "run_id in (select load_extension('x'))"]
)
def test_an_expression_that_cannot_be_evaluated_is_refused_and_never_ignored(glue, partitioned, expression):
    with pytest.raises(ClientError, match="Unsupported expression") as refused:
        found(glue, partitioned, expression)
    assert refused.value.response["Error"]["Code"] == "InvalidInputException"


def test_segments_together_are_all_partitions_once(glue, partitioned):
    seen = [
        partition["Values"][2]
        for number in range(3)
        for partition in glue.get_partitions(
            DatabaseName=partitioned, TableName="adverts", Segment={"SegmentNumber": number, "TotalSegments": 3}
        )["Partitions"]
    ]
    assert sorted(seen) == ["1", "10", "2", "9"]


def test_get_partitions_answers_in_pages(glue, partitioned):
    first = glue.get_partitions(DatabaseName=partitioned, TableName="adverts", MaxResults=3)
    second = glue.get_partitions(DatabaseName=partitioned, TableName="adverts", MaxResults=3, NextToken=first["NextToken"])
    assert (len(first["Partitions"]), len(second["Partitions"])) == (3, 1)
    assert "NextToken" not in second


def test_partitions_are_deleted_in_a_batch_and_missing_ones_are_named(glue, partitioned):
    answer = glue.batch_delete_partition(
        DatabaseName=partitioned,
        TableName="adverts",
        PartitionsToDelete=[{"Values": ["2026-11-19", "a", "2"]}, {"Values": ["never", "was", "0"]}],
    )
    assert [error["PartitionValues"] for error in answer["Errors"]] == [["never", "was", "0"]]
    assert answer["Errors"][0]["ErrorDetail"]["ErrorCode"] == "EntityNotFoundException"
    assert "2026-11-19/a/2" not in found(glue, partitioned, "")


def test_a_partition_of_a_missing_table_is_refused(glue, database):
    with pytest.raises(ClientError, match="Table nothing not found"):
        glue.create_partition(DatabaseName=database, TableName="nothing", PartitionInput={"Values": ["a"]})


def test_update_table_replaces(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table(Parameters={"old": "1"}, Description="first"))
    glue.update_table(DatabaseName=database, TableInput={**table(), "Parameters": {"new": "2"}})
    updated = glue.get_table(DatabaseName=database, Name="adverts")["Table"]
    assert updated["Parameters"] == {"new": "2"}
    assert "Description" not in updated
    glue.update_table(DatabaseName=database, TableInput={"Name": "adverts"})
    emptied = glue.get_table(DatabaseName=database, Name="adverts")["Table"]
    assert emptied["Parameters"] == {}
    assert emptied["PartitionKeys"] == []


def test_a_table_without_description_has_none(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table())
    assert "Description" not in glue.get_table(DatabaseName=database, Name="adverts")["Table"]
    assert "Description" not in glue.get_tables(DatabaseName=database)["TableList"][0]


def test_a_stale_version_is_refused(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table())
    version = glue.get_table(DatabaseName=database, Name="adverts")["Table"]["VersionId"]
    glue.update_table(DatabaseName=database, TableInput=table(), VersionId=version)
    with pytest.raises(ClientError) as refused:
        glue.update_table(DatabaseName=database, TableInput=table(), VersionId=version)
    assert refused.value.response["Error"]["Code"] == "ConcurrentModificationException"


def test_old_versions_are_listed_newest_first_and_deleted(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table(Description="first"))
    glue.update_table(DatabaseName=database, TableInput=table(Description="second"))
    glue.update_table(DatabaseName=database, TableInput=table(Description="third"))
    versions = glue.get_table_versions(DatabaseName=database, TableName="adverts")["TableVersions"]
    assert [version["Table"]["Description"] for version in versions] == ["third", "second", "first"]
    glue.delete_table_version(DatabaseName=database, TableName="adverts", VersionId=versions[1]["VersionId"])
    left = glue.get_table_versions(DatabaseName=database, TableName="adverts")["TableVersions"]
    assert [version["Table"]["Description"] for version in left] == ["third", "first"]


def test_an_update_without_archive_leaves_no_version(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table())
    glue.update_table(DatabaseName=database, TableInput=table(), SkipArchive=True)
    assert len(glue.get_table_versions(DatabaseName=database, TableName="adverts")["TableVersions"]) == 1


def test_a_table_made_again_has_no_old_versions(glue, database):
    glue.create_table(DatabaseName=database, TableInput=table())
    glue.update_table(DatabaseName=database, TableInput=table())
    glue.delete_table(DatabaseName=database, Name="adverts")
    glue.create_table(DatabaseName=database, TableInput=table())
    assert len(glue.get_table_versions(DatabaseName=database, TableName="adverts")["TableVersions"]) == 1
