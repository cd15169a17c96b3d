import json
import sys
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "elementary"))
import compose  # noqa: E402
import observe  # noqa: E402

PROJECT = Path(__file__).resolve().parent.parent


class Slack:
    """Answers conversations.list with pages of (name, is_member)."""

    def __init__(self, *pages):
        self.pages = pages

    def conversations_list(self, cursor, **_):
        page = int(cursor or 0)
        following = str(page + 1) if page + 1 < len(self.pages) else ""
        return {
            "channels": [{"name": name, "is_member": member} for name, member in self.pages[page]],
            "response_metadata": {"next_cursor": following},
        }


class Bucket:
    def __init__(self):
        self.uploads = []

    def upload_file(self, file, bucket, key, ExtraArgs):
        self.uploads.append((Path(file).read_text(), bucket, key, ExtraArgs["ContentType"]))


def test_the_composed_project_keeps_its_settings_and_puts_elementary_beside_the_slots(tmp_path):
    before = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())
    (tmp_path / "macros").mkdir()
    (tmp_path / "dbt_project.yml").write_text((PROJECT / "dbt_project.yml").read_text())

    compose.compose(tmp_path)

    after = yaml.safe_load((tmp_path / "dbt_project.yml").read_text())
    assert after["models"].pop("elementary") == {"+schema": "sluice_elementary"}
    assert after == before
    assert (tmp_path / "packages.yml").exists()
    assert (tmp_path / "macros" / "generate_schema_name.sql").exists()


def test_packages_are_pinned_by_commit_and_fit_the_command_line():
    packages = yaml.safe_load((PROJECT / "elementary" / "packages.yml").read_text())["packages"]
    assert all(len(package["revision"]) == 40 for package in packages)
    version = next(line for line in (PROJECT / "elementary" / "requirements.in").read_text().splitlines() if line.startswith("elementary-data"))
    assert f"# {version.split('==')[1]}," in (PROJECT / "elementary" / "packages.yml").read_text()


def test_elementary_is_read_where_it_is_written():
    profile = yaml.safe_load((PROJECT / "elementary" / "profiles.yml").read_text())["elementary"]
    assert profile["outputs"][profile["target"]]["schema"] == compose.DATABASE


def test_the_report_lies_beside_the_results_of_its_run(tmp_path):
    bucket = Bucket()
    where = observe.report(
        lambda arguments: Path(arguments[arguments.index("--file-path") + 1]).write_text("<html>"),
        bucket, {"SLUICE_RUN_ID": "r-1", "SLUICE_DQ_RESULTS_BUCKET": "dq"}, tmp_path,
    )
    assert bucket.uploads == [("<html>", "dq", "dq-results/dbt/run_id=r-1/elementary.html", "text/html; charset=utf-8")]
    assert where == "s3://dq/dq-results/dbt/run_id=r-1/elementary.html"


def test_alerts_go_to_a_channel_of_a_later_page_and_the_token_by_a_private_file(tmp_path):
    calls = []
    observe.alert(calls.append, Slack([("general", True)], [("alerts", True)]), "xoxb-1", "alerts", tmp_path)
    assert calls == [["monitor", "--config-dir", str(tmp_path)]]
    file = tmp_path / "config.yml"
    assert yaml.safe_load(file.read_text()) == {"anonymous_usage_tracking": False, "slack": {"token": "xoxb-1", "channel_name": "alerts"}}
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("pages", "expected"),
    [([[("general", True)], []], "sees no channel alerts"), ([[("alerts", False)]], "the app is not in channel alerts; /invite it there")],
)
def test_nothing_is_sent_before_the_channel_was_seen(tmp_path, pages, expected):
    calls = []
    with pytest.raises(observe.NotTold, match=expected):
        observe.alert(calls.append, Slack(*pages), "xoxb-1", "alerts", tmp_path)
    assert calls == []


def test_a_channel_may_be_written_with_its_sign():
    assert observe.slack_settings('{"token": "t", "channel": "#alerts"}', "s") == ("t", "alerts")


@pytest.mark.parametrize("text", ["xoxb-secret", '{"token": "xoxb-secret"}', json.dumps(["xoxb-secret"])])
def test_a_secret_of_another_form_is_named_and_not_shown(text):
    with pytest.raises(observe.NotTold, match="secret sluice/slack: expected") as refused:
        observe.slack_settings(text, "sluice/slack")
    assert "xoxb-secret" not in str(refused.value)
