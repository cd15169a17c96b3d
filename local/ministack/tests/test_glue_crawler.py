"""Contract: the crawler works in its own time, adds what is new, reports drift, and can fail."""

from __future__ import annotations

import json
import time
import uuid

import pytest

from .emulator import ROLE, jsonata, wait_for
from .parquet import parquet


class World:
    """A bucket with data, a database and a crawler over it."""

    def __init__(self, emulator) -> None:
        self.emulator = emulator
        self.glue = emulator.client("glue")
        self.bucket = emulator.bucket()
        self.database = f"db_{uuid.uuid4().hex[:8]}"
        self.crawler = f"crawler-{uuid.uuid4().hex[:8]}"
        self.glue.create_database(DatabaseInput={"Name": self.database})

    def make_crawler(self, **more) -> None:
        settings = {"Targets": {"S3Targets": [{"Path": f"s3://{self.bucket}/validated/"}]}, **more}
        self.glue.create_crawler(Name=self.crawler, Role=ROLE, DatabaseName=self.database, **settings)

    def make_table(self, *columns: str) -> None:
        self.glue.create_table(
            DatabaseName=self.database,
            TableInput={
                "Name": "adverts",
                "StorageDescriptor": {
                    "Columns": [{"Name": column, "Type": "string"} for column in columns],
                    "Location": f"s3://{self.bucket}/validated/adverts/",
                    "SerdeInfo": {"SerializationLibrary": "the contract's"},
                },
                "PartitionKeys": [{"Name": "ingest_date", "Type": "string"}, {"Name": "run_id", "Type": "string"}],
                "Parameters": {"made-by": "contract"},
            },
        )

    def put(self, run: str, *columns: str, name: str = "part-00000.parquet", dataset: str = "adverts") -> str:
        key = f"validated/{dataset}/ingest_date=2026-11-20/run_id={run}/{name}"
        self.emulator.client("s3").put_object(Bucket=self.bucket, Key=key, Body=parquet(*columns))
        return key

    def crawl(self) -> dict:
        self.glue.start_crawler(Name=self.crawler)
        return self.ready()

    def ready(self) -> dict:
        return wait_for(lambda: found if (found := self.state())["State"] == "READY" else None)

    def state(self) -> dict:
        return self.glue.get_crawler(Name=self.crawler)["Crawler"]

    def columns(self) -> list[str]:
        table = self.glue.get_table(DatabaseName=self.database, Name="adverts")["Table"]
        return [column["Name"] for column in table["StorageDescriptor"]["Columns"]]

    def runs(self) -> list[str]:
        partitions = self.glue.get_partitions(DatabaseName=self.database, TableName="adverts")["Partitions"]
        return sorted(partition["Values"][1] for partition in partitions)

    def said(self) -> str:
        return "\n".join(self.emulator.log_lines("/aws-glue/crawlers", self.crawler))


@pytest.fixture
def world(emulator) -> World:
    return World(emulator)


def test_adds_partitions_to_the_table_that_the_contract_made(world):
    world.make_crawler()
    world.make_table("id", "title")
    world.put("one", "id", "title")
    before = time.time()
    last = world.crawl()["LastCrawl"]
    assert last["Status"] == "SUCCEEDED"
    assert last["StartTime"].timestamp() >= before - 1
    assert world.runs() == ["one"]
    table = world.glue.get_table(DatabaseName=world.database, Name="adverts")["Table"]
    assert table["Parameters"] == {"made-by": "contract"}
    partition = world.glue.get_partitions(DatabaseName=world.database, TableName="adverts")["Partitions"][0]
    assert partition["StorageDescriptor"]["Location"].endswith("/ingest_date=2026-11-20/run_id=one/")
    assert partition["StorageDescriptor"]["SerdeInfo"] == {"SerializationLibrary": "the contract's"}


def test_a_second_crawl_adds_only_what_is_new(world):
    world.make_crawler()
    world.make_table("id")
    world.put("one", "id")
    first = world.crawl()["LastCrawl"]["StartTime"]
    world.put("two", "id")
    second = world.crawl()["LastCrawl"]["StartTime"]
    assert world.runs() == ["one", "two"]
    assert second > first
    crawls = world.glue.list_crawls(CrawlerName=world.crawler)["Crawls"]
    assert [json.loads(crawl["Summary"]) for crawl in crawls] == [{"partitions_created": 1}, {"partitions_created": 1}]


def test_a_new_column_is_added_and_reported(world):
    world.make_crawler()
    world.make_table("id")
    key = world.put("one", "id", "remote")
    world.crawl()
    assert world.columns() == ["id", "remote"]
    assert f"Drift in table adverts: {key} has the new column remote; it is added" in world.said()


def test_a_table_that_was_set_back_to_its_contract_gets_the_column_again(world):
    world.make_crawler()
    world.make_table("id")
    world.put("one", "id", "remote")
    world.put("two", "id", "remote")
    world.crawl()
    contract = {
        "Name": "adverts",
        "StorageDescriptor": {
            "Columns": [{"Name": "id", "Type": "string"}],
            "Location": f"s3://{world.bucket}/validated/adverts/",
        },
    }
    world.glue.update_table(
        DatabaseName=world.database, TableInput={**contract, "PartitionKeys": [{"Name": "ingest_date"}, {"Name": "run_id"}]}
    )
    world.crawl()
    assert world.columns() == ["id", "remote"]
    crawls = world.glue.list_crawls(CrawlerName=world.crawler)["Crawls"]
    assert json.loads(crawls[0]["Summary"]) == {"columns_new": 1, "tables_updated": 1}


def test_a_new_column_is_only_reported_when_the_policy_says_so(world):
    world.make_crawler(SchemaChangePolicy={"UpdateBehavior": "LOG", "DeleteBehavior": "LOG"})
    world.make_table("id")
    world.put("one", "id", "remote")
    assert world.crawl()["LastCrawl"]["Status"] == "SUCCEEDED"
    assert world.columns() == ["id"]
    assert world.runs() == ["one"]
    assert "has the new column remote; the policy is to log it" in world.said()


def test_partitions_without_objects_go_only_when_the_policy_says_so(world):
    world.make_crawler(SchemaChangePolicy={"UpdateBehavior": "LOG", "DeleteBehavior": "LOG"})
    world.make_table("id")
    key = world.put("one", "id")
    world.crawl()
    world.emulator.client("s3").delete_object(Bucket=world.bucket, Key=key)
    world.crawl()
    assert world.runs() == ["one"]
    world.glue.update_crawler(Name=world.crawler, SchemaChangePolicy={"DeleteBehavior": "DELETE_FROM_DATABASE"})
    world.crawl()
    assert world.runs() == []


def test_makes_the_tables_that_nobody_has_made(world):
    world.make_crawler(TablePrefix="raw_")
    world.put("one", "id", "title")
    world.put("one", "base", dataset="currency-rates")
    world.crawl()
    tables = world.glue.get_tables(DatabaseName=world.database)["TableList"]
    assert [table["Name"] for table in tables] == ["raw_adverts", "raw_currency_rates"]
    assert [key["Name"] for key in tables[0]["PartitionKeys"]] == ["ingest_date", "run_id"]


def test_crawls_only_the_tables_that_a_catalogue_target_names(world):
    world.make_table("id")
    world.make_crawler(Targets={"CatalogTargets": [{"DatabaseName": world.database, "Tables": ["adverts"]}]})
    world.put("one", "id")
    world.put("one", "id", dataset="others")
    world.crawl()
    assert world.runs() == ["one"]
    assert len(world.glue.get_tables(DatabaseName=world.database)["TableList"]) == 1


def test_passes_over_what_is_no_data(world):
    world.make_crawler()
    world.make_table("id")
    s3 = world.emulator.client("s3")
    folder = "validated/adverts/ingest_date=2026-11-20/run_id=one"
    s3.put_object(Bucket=world.bucket, Key=f"{folder}/_manifest.json", Body=b"{}")
    s3.put_object(Bucket=world.bucket, Key="validated/adverts/loose.parquet", Body=parquet("id"))
    s3.put_object(Bucket=world.bucket, Key=f"{folder}/part-00000.parquet", Body=b"this is no parquet file")
    assert world.crawl()["LastCrawl"]["Status"] == "SUCCEEDED"
    assert world.runs() == ["one"]
    assert "loose.parquet is not under the partitions ingest_date/run_id" in world.said()
    assert "part-00000.parquet: not a Parquet file: it does not begin with PAR1" in world.said()


def test_fails_with_the_reason_when_the_database_is_gone(world):
    world.make_crawler()
    world.put("one", "id")
    world.glue.delete_database(Name=world.database)
    last = world.crawl()["LastCrawl"]
    assert (last["Status"], last["ErrorMessage"]) == ("FAILED", f"Database {world.database} not found")


def test_fails_with_the_reason_when_the_bucket_is_gone(world):
    world.make_crawler(Targets={"S3Targets": [{"Path": "s3://nowhere/validated/"}]})
    assert world.crawl()["LastCrawl"]["ErrorMessage"] == "Bucket nowhere not found"


def test_a_test_makes_the_next_crawl_fail(world):
    world.make_crawler()
    world.make_table("id")
    world.put("one", "id")
    world.emulator.control(f"crawlers/{world.crawler}", {"next": "fail", "message": "Internal Service Exception"})
    last = world.crawl()["LastCrawl"]
    assert (last["Status"], last["ErrorMessage"]) == ("FAILED", "Internal Service Exception")
    assert world.runs() == []
    assert world.crawl()["LastCrawl"]["Status"] == "SUCCEEDED"
    assert world.runs() == ["one"]


def test_a_crawl_that_hangs_is_running_until_it_is_stopped(world):
    world.make_crawler()
    world.emulator.control(f"crawlers/{world.crawler}", {"next": "hang"})
    world.glue.start_crawler(Name=world.crawler)
    assert world.state()["State"] == "RUNNING"
    with pytest.raises(world.glue.exceptions.CrawlerRunningException, match="has already started"):
        world.glue.start_crawler(Name=world.crawler)
    world.glue.stop_crawler(Name=world.crawler)
    assert world.ready()["LastCrawl"]["Status"] == "CANCELLED"
    with pytest.raises(world.glue.exceptions.CrawlerNotRunningException):
        world.glue.stop_crawler(Name=world.crawler)


def test_a_foreign_crawl_sees_nothing_of_what_is_new(world):
    world.make_crawler()
    world.make_table("id")
    world.put("one", "id")
    world.emulator.control(f"crawlers/{world.crawler}", {"running": 60})
    with pytest.raises(world.glue.exceptions.CrawlerRunningException):
        world.glue.start_crawler(Name=world.crawler)
    world.emulator.control(f"crawlers/{world.crawler}", {"release": True})
    assert world.ready()["LastCrawl"]["Status"] == "SUCCEEDED"
    assert world.runs() == []


def test_a_workflow_catches_the_crawler_that_runs_already(world):
    world.make_crawler()
    world.emulator.control(f"crawlers/{world.crawler}", {"running": 60})
    output = world.emulator.run(
        jsonata(
            {
                "Start": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::aws-sdk:glue:startCrawler",
                    "Arguments": {"Name": world.crawler},
                    "Catch": [
                        {
                            "ErrorEquals": ["Glue.CrawlerRunningException"],
                            "Output": "{% $states.errorOutput.Error %}",
                            "Next": "Foreign",
                        }
                    ],
                    "Next": "Wrong",
                },
                "Foreign": {"Type": "Succeed"},
                "Wrong": {"Type": "Fail"},
            }
        )
    )
    assert output == "Glue.CrawlerRunningException"
    world.emulator.control(f"crawlers/{world.crawler}", {"release": True})


def test_a_workflow_reads_the_last_crawl(world):
    world.make_crawler()
    get = {
        "Type": "Task",
        "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler",
        "Arguments": {"Name": world.crawler},
        "End": True,
    }
    never = world.emulator.run(
        jsonata({"Get": {**get, "Output": {"never": "{% $not($exists($states.result.Crawler.LastCrawl)) %}"}}})
    )
    assert never == {"never": True}
    world.crawl()
    seen = world.emulator.run(
        jsonata(
            {
                "Get": {
                    **get,
                    "Output": {
                        "status": "{% $states.result.Crawler.LastCrawl.Status %}",
                        "at": "{% $toMillis($states.result.Crawler.LastCrawl.StartTime) %}",
                    },
                }
            }
        )
    )
    assert seen["status"] == "SUCCEEDED"
    assert abs(seen["at"] / 1000 - time.time()) < 60


def test_an_unknown_wish_is_refused(world):
    world.make_crawler()
    assert world.emulator.control(f"crawlers/{world.crawler}", {"next": "dance"}) == (
        400,
        {"message": 'Expected {"next": "fail" | "hang"}, {"running": seconds} or {"release": true}'},
    )
    assert world.emulator.control("crawlers/nobody", {"next": "fail"}) == (400, {"message": "There is no crawler nobody"})
