"""Holds the dbt project to its house rules: python lint.py <project folder> <manifest.json of docs generate>.

Every rule is one function from a Project to findings; the exit code is 1 when there are any."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sql
import yaml

BOOLEAN_NAME = re.compile(r"_?(is|has|was|are|can|should)_\w+")
GRAIN = re.compile(r"One row per [^.]+\.\s*\Z")
NAMES = {
    "staging": (re.compile(r"staging/(\w+)/stg_\1__[a-z][a-z0-9_]*s\.sql"), "staging/<source>/stg_<source>__<entities>.sql"),
    "intermediate": (re.compile(r"intermediate/int_[a-z0-9_]+_[a-z]+ed\.sql"), "intermediate/int_<entities>_<verb in the past>.sql"),
    "marts": (re.compile(r"marts/(?!stg_|int_)[a-z][a-z0-9_]*?s(_by_[a-z]+)?\.sql"), "marts/<plain plural>.sql"),
}
LINEAGE = ["_unlisted", "_run_id", "_run_started_at", "_source_object", "_source_version", "_row_number", "_contract_version"]
PARTITIONS = ["ingest_date", "run_id"]


@dataclass(frozen=True)
class Finding:
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True)
class Project:
    """The models and sources of a manifest, and the folder they were parsed from."""

    folder: Path
    models: list[dict]
    sources: list[dict]

    @staticmethod
    def read(folder: Path, manifest: Path) -> Project:
        document = json.loads(manifest.read_text())
        models = [node for node in document["nodes"].values() if node["resource_type"] == "model"]
        return Project(folder, sorted(models, key=lambda node: node["original_file_path"]), list(document["sources"].values()))


Rule = Callable[[Project], Iterator[Finding]]


def layer(model: dict) -> str:
    return model["original_file_path"].split("/")[1]


def boolean_columns_say_so(project: Project) -> Iterator[Finding]:
    for node in project.models + project.sources:
        for column in node["columns"].values():
            is_boolean = (column.get("data_type") or "").lower() in ("boolean", "bool")
            sounds_so = BOOLEAN_NAME.fullmatch(column["name"]) is not None
            if is_boolean and not sounds_so:
                yield Finding(node["original_file_path"], f"boolean column {column['name']} is not named is_, has_ or the like")
            if sounds_so and not is_boolean:
                yield Finding(node["original_file_path"], f"column {column['name']} sounds boolean and is {column.get('data_type')}")


def each_model_has_its_yml_beside_it(project: Project) -> Iterator[Finding]:
    for model in project.models:
        expected = Path(model["original_file_path"]).with_suffix(".yml")
        found = (model.get("patch_path") or "nowhere").split("://")[-1]
        if found != str(expected):
            yield Finding(model["original_file_path"], f"described in {found}, expected {expected}")


def descriptions_end_with_the_grain(project: Project) -> Iterator[Finding]:
    for node in project.models + project.sources:
        if not GRAIN.search(node.get("description") or ""):
            yield Finding(node["original_file_path"], f'description of {node["name"]} does not end with "One row per ….\"')


def columns_are_described_and_typed(project: Project) -> Iterator[Finding]:
    for node in project.models + project.sources:
        for column in node["columns"].values():
            missing = [key for key in ("description", "data_type") if not column.get(key)]
            if missing:
                yield Finding(node["original_file_path"], f"column {column['name']} has no {' and no '.join(missing)}")


def documented_columns_are_the_selected_ones(project: Project) -> Iterator[Finding]:
    for model in project.models:
        selected, documented = sql.final_columns(model["compiled_code"]), list(model["columns"])
        if selected != documented:
            yield Finding(model["original_file_path"], f"selects {', '.join(selected)}; the yml lists {', '.join(documented)}")


def names_follow_the_folder(project: Project) -> Iterator[Finding]:
    for model in project.models:
        pattern, expected = NAMES.get(layer(model), (re.compile("(?!)"), "one of the folders " + ", ".join(NAMES)))
        if not pattern.fullmatch(model["original_file_path"].removeprefix("models/")):
            yield Finding(model["original_file_path"], f"expected {expected}")


def stars_stay_in_the_source(project: Project) -> Iterator[Finding]:
    for model in project.models:
        for star in sql.stars(model["compiled_code"]):
            if star.inside != "source":
                yield Finding(model["original_file_path"], f"select * from {star.relation} outside the CTE source")


def only_staging_reads_sources(project: Project) -> Iterator[Finding]:
    for model in project.models:
        if layer(model) != "staging" and model["sources"]:
            yield Finding(model["original_file_path"], "reads a source; only staging models do")
        if layer(model) == "staging" and [name for _, name in model["sources"]] != [Path(model["original_file_path"]).parent.name]:
            yield Finding(model["original_file_path"], "a staging model reads the source of its folder and nothing else")


def marts_are_contracted_iceberg_tables(project: Project) -> Iterator[Finding]:
    for model in project.models:
        config = model["config"]
        if layer(model) == "marts":
            if not config["contract"]["enforced"]:
                yield Finding(model["original_file_path"], "a mart has an enforced contract")
            if (config["materialized"], config.get("table_type")) != ("table", "iceberg"):
                yield Finding(model["original_file_path"], "a mart is an Iceberg table")
        elif config["materialized"] == "table" and config.get("table_type") == "iceberg":
            yield Finding(model["original_file_path"], "an Iceberg table would be published as a mart")


def sources_are_what_the_gate_writes(project: Project) -> Iterator[Finding]:
    """Where the contracts are at hand: in the repository, not in the dbt image."""
    for source in project.sources:
        contract = project.folder.parent / "contracts" / f"{source['name']}.yml"
        if not contract.exists():
            continue
        columns = [column["name"] for column in yaml.safe_load(contract.read_text())["columns"]]
        expected, found = columns + LINEAGE + PARTITIONS, list(source["columns"])
        if found != expected:
            difference = sorted(set(expected) ^ set(found)) or ["the order"]
            yield Finding(source["original_file_path"], f"differs from contracts/{contract.name} in {', '.join(difference)}")


RULES: list[Rule] = [
    boolean_columns_say_so,
    each_model_has_its_yml_beside_it,
    descriptions_end_with_the_grain,
    columns_are_described_and_typed,
    documented_columns_are_the_selected_ones,
    names_follow_the_folder,
    stars_stay_in_the_source,
    only_staging_reads_sources,
    marts_are_contracted_iceberg_tables,
    sources_are_what_the_gate_writes,
]


def findings(project: Project) -> list[Finding]:
    return [finding for rule in RULES for finding in rule(project)]


def main(arguments: list[str]) -> int:
    project = Project.read(Path(arguments[0]), Path(arguments[1]))
    found = findings(project)
    for finding in found:
        print(finding)
    print(f"{len(project.models)} models, {len(RULES)} rules, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
