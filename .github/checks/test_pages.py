import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import pages  # noqa: E402


def test_pages_lead_to_one_another_and_html_in_them_is_text(tmp_path):
    docs, site = tmp_path / "docs", tmp_path / "site"
    (docs / "runbook").mkdir(parents=True)
    (docs / "contracts.md").write_text("# `Contracts`\n\n[book](runbook/README.md#alarms) [web](https://example.org/a.md)\n\n<script>x</script>\n")
    (docs / "runbook" / "README.md").write_text("# Runbook\n\n| a |\n|---|\n| [up](../contracts.md) |\n")
    (docs / "reasons").mkdir()
    (docs / "reasons" / "wrong_type.md").write_text("# wrong_type\n")
    (docs / "picture.png").write_bytes(b"png")

    pages.build(docs, site)

    contracts = (site / "contracts.html").read_text()
    assert 'href="runbook/index.html#alarms"' in contracts
    assert 'href="https://example.org/a.md"' in contracts
    assert "&lt;script&gt;" in contracts and "<title>Contracts · Sluice" in contracts
    assert '<td><a href="../contracts.html">up</a></td>' in (site / "runbook" / "index.html").read_text()
    assert 'href="../data-dictionary.html"' in (site / "runbook" / "index.html").read_text()
    assert 'href="runbook/index.html"' in (site / "index.html").read_text()
    assert 'href="reasons/index.html"' in (site / "index.html").read_text()
    assert 'href="wrong_type.html"' in (site / "reasons" / "index.html").read_text()
    assert (site / "picture.png").read_bytes() == b"png"
