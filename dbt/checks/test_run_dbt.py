"""What run_dbt changes about botocore, and what it leaves alone."""

import sys
from pathlib import Path

import botocore.session
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import run_dbt  # noqa: E402


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    monkeypatch.setattr(botocore.session, "create_loader", botocore.session.create_loader)


def test_sessions_share_what_was_read():
    run_dbt.share_loader()
    one, other = (botocore.session.Session().get_component("data_loader") for _ in range(2))

    assert one is other


def test_sessions_with_another_data_path_keep_a_loader_of_their_own(tmp_path, monkeypatch):
    run_dbt.share_loader()
    plain = botocore.session.Session().get_component("data_loader")
    monkeypatch.setenv("AWS_DATA_PATH", str(tmp_path))

    assert botocore.session.Session().get_component("data_loader") is not plain
