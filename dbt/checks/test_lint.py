import json
from pathlib import Path

import pytest

import lint
from lint import Project


def column(name, data_type="varchar", description="What it is."):
    return {"name": name, "data_type": data_type, "description": description}


def model(path, sql="select posting_key from t", columns=(column("posting_key"),), **changes):
    """A model that keeps every rule of its folder, but for the changes."""
    is_mart = path.startswith("marts/")
    return {
        "resource_type": "model",
        "name": Path(path).stem,
        "original_file_path": f"models/{path}",
        "patch_path": f"sluice://models/{Path(path).with_suffix('.yml')}",
        "description": "Postings. One row per posting.",
        "columns": {c["name"]: c for c in columns},
        "compiled_code": sql,
        "sources": [["sluice_validated", Path(path).parent.name]] if path.startswith("staging/") else [],
        "config": {
            "materialized": "table" if is_mart else "view",
            "table_type": "iceberg" if is_mart else None,
            "contract": {"enforced": is_mart},
        },
    } | changes


def source(name, columns):
    return {
        "name": name,
        "original_file_path": f"models/staging/{name}/source_{name}.yml",
        "description": "Rows. One row per row.",
        "columns": {c["name"]: c for c in columns},
    }


def said(rule, *models, sources=(), folder=Path()):
    return [str(finding) for finding in rule(Project(folder, list(models), list(sources)))]


STAGED = "staging/devitjobs/stg_devitjobs__postings.sql"
MART = "marts/job_postings.sql"


def test_a_project_that_keeps_the_rules_has_no_findings():
    assert lint.findings(Project(Path(), [model(STAGED), model(MART), model("intermediate/int_job_postings_converted.sql")], [])) == []


@pytest.mark.parametrize("name", ["remote", "isremote", "is"])
def test_a_boolean_column_is_named_so(name):
    assert said(lint.boolean_columns_say_so, model(MART, columns=[column(name, "boolean")])) == [
        f"models/{MART}: boolean column {name} is not named is_, has_ or the like"
    ]


def test_a_column_that_sounds_boolean_is_boolean():
    assert said(lint.boolean_columns_say_so, model(MART, columns=[column("has_salary", "varchar"), column("is_remote", "boolean")])) == [
        f"models/{MART}: column has_salary sounds boolean and is varchar"
    ]


@pytest.mark.parametrize("patch, found", [("sluice://models/schema.yml", "models/schema.yml"), (None, "nowhere")])
def test_the_yml_stands_beside_the_model(patch, found):
    assert said(lint.each_model_has_its_yml_beside_it, model(MART, patch_path=patch)) == [
        f"models/{MART}: described in {found}, expected models/marts/job_postings.yml"
    ]


@pytest.mark.parametrize("description", ["", "Postings.", "One row per posting. And more.", "One row per posting"])
def test_a_description_ends_with_the_grain(description):
    assert said(lint.descriptions_end_with_the_grain, model(MART, description=description)) == [
        f'models/{MART}: description of job_postings does not end with "One row per ….\"'
    ]


def test_a_column_has_a_type_and_a_description():
    assert said(lint.columns_are_described_and_typed, model(MART, columns=[column("title", "", None)])) == [
        f"models/{MART}: column title has no description and no data_type"
    ]


def test_the_yml_lists_what_the_model_selects():
    assert said(lint.documented_columns_are_the_selected_ones, model(MART, "select posting_key, title from t")) == [
        f"models/{MART}: selects posting_key, title; the yml lists posting_key"
    ]


@pytest.mark.parametrize(
    "path",
    [
        "staging/devitjobs/stg_nofluffjobs__postings.sql",
        "staging/devitjobs/devitjobs_postings.sql",
        "staging/stg_devitjobs__postings.sql",
        "staging/devitjobs/stg_devitjobs__posting.sql",
        "intermediate/job_postings_converted.sql",
        "intermediate/int_job_postings.sql",
        "marts/stg_postings.sql",
        "marts/int_job_postings_converted.sql",
        "marts/fct_posting.sql",
        "reports/job_postings.sql",
    ],
)
def test_a_name_that_does_not_follow_its_folder_is_found(path):
    (finding,) = said(lint.names_follow_the_folder, model(path))

    assert finding.startswith(f"models/{path}: expected ")


@pytest.mark.parametrize("path", [STAGED, MART, "marts/postings_by_technology.sql", "intermediate/int_currency_rates_matched.sql"])
def test_a_name_that_follows_its_folder_is_not(path):
    assert said(lint.names_follow_the_folder, model(path)) == []


def test_everything_is_selected_in_the_source_only():
    inside = "with source as (select * from t), renamed as (select a from source) select * from renamed"
    outside = "with source as (select * from t), joined as (select * from u) select a from joined"

    assert said(lint.stars_stay_in_the_source, model(STAGED, inside)) == []
    assert said(lint.stars_stay_in_the_source, model(STAGED, outside)) == [f"models/{STAGED}: select * from u outside the CTE source"]


def test_only_staging_reads_sources_and_only_its_own():
    assert said(
        lint.only_staging_reads_sources,
        model(MART, sources=[["sluice_validated", "devitjobs"]]),
        model(STAGED, sources=[["sluice_validated", "nofluffjobs"]]),
        model(STAGED),
    ) == [
        f"models/{MART}: reads a source; only staging models do",
        f"models/{STAGED}: a staging model reads the source of its folder and nothing else",
    ]


def test_a_mart_is_a_contracted_iceberg_table_and_nothing_else_is():
    hive = {"materialized": "table", "table_type": "hive", "contract": {"enforced": False}}
    iceberg = {"materialized": "table", "table_type": "iceberg", "contract": {"enforced": False}}
    between = "intermediate/int_job_postings_deduplicated.sql"

    assert said(lint.marts_are_contracted_iceberg_tables, model(MART, config=hive), model(between, config=iceberg), model(between, config=hive)) == [
        f"models/{MART}: a mart has an enforced contract",
        f"models/{MART}: a mart is an Iceberg table",
        f"models/{between}: an Iceberg table would be published as a mart",
    ]


def test_a_source_has_the_columns_of_its_contract(tmp_path):
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "devitjobs.yml").write_text("columns: [{name: id}, {name: title}]")
    behind = [column(name) for name in lint.LINEAGE + lint.PARTITIONS]
    rule = lint.sources_are_what_the_gate_writes
    folder = tmp_path / "dbt"

    assert said(rule, sources=[source("devitjobs", [column("id"), column("title"), *behind])], folder=folder) == []
    assert said(rule, sources=[source("devitjobs", [column("id"), column("name"), *behind])], folder=folder) == [
        "models/staging/devitjobs/source_devitjobs.yml: differs from contracts/devitjobs.yml in name, title"
    ]
    assert said(rule, sources=[source("devitjobs", [column("title"), column("id"), *behind])], folder=folder) == [
        "models/staging/devitjobs/source_devitjobs.yml: differs from contracts/devitjobs.yml in the order"
    ]
    assert said(rule, sources=[source("nofluffjobs", [])], folder=folder) == []


def test_the_command_prints_what_it_found_and_fails(tmp_path, capsys):
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"nodes": {"m": model(MART, description="Postings.")}, "sources": {}}))

    assert lint.main([str(tmp_path), str(manifest)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"1 models, {len(lint.RULES)} rules, 1 findings"


def test_the_command_is_content_with_a_clean_project(tmp_path, capsys):
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"nodes": {"m": model(MART)}, "sources": {}}))

    assert lint.main([str(tmp_path), str(manifest)]) == 0
