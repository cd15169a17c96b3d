"""The pages of docs/ as HTML: python pages.py <docs folder> <site folder>. Links between them lead on to .html; the first page is index.html."""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Sluice</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
pre {{ overflow-x: auto; padding: .8rem; border: 1px solid #8886 }}
table {{ border-collapse: collapse; display: block; overflow-x: auto }}
td, th {{ border: 1px solid #8886; padding: .25rem .6rem; text-align: left; vertical-align: top }}
</style>
<nav><a href="{up}index.html">Sluice</a> · <a href="{up}data-dictionary.html">data dictionary</a> · <a href="{up}dbt/index.html">dbt</a></nav>
<main>
{body}
</main>
</html>
"""


def build(docs: Path, site: Path) -> None:
    """Writes every page and picture of docs/ into the site, and a list for each folder that has no README of its own."""
    for source in sorted(path for path in docs.rglob("*") if path.is_file()):
        target = site / source.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            text = source.read_text()
            write(site, target.with_name("index.html") if source.stem == "README" else target.with_suffix(".html"), title(text, source), text)
        else:
            shutil.copy(source, target)
    for folder in [docs, *(path for path in docs.rglob("*") if path.is_dir())]:
        if not (folder / "README.md").exists():
            write(site, site / folder.relative_to(docs) / "index.html", folder.name, listing(folder))


def listing(folder: Path) -> str:
    pages = sorted(folder.glob("*.md")) + sorted(folder.glob("*/README.md"))
    folders = sorted(path for path in folder.iterdir() if path.is_dir() and list(path.glob("*.md")) and not (path / "README.md").exists())
    return (
        f"# {folder.name}\n\n"
        + "".join(f"- [{title(page.read_text(), page)}]({page.relative_to(folder)})\n" for page in pages)
        + "".join(f"- [{path.name}]({path.name}/README.md)\n" for path in folders)
    )


def title(text: str, place: Path) -> str:
    first = re.match(r"# (.+)", text)
    return first[1].replace("`", "") if first else place.stem


def write(site: Path, target: Path, heading: str, text: str) -> None:
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    up = "../" * (len(target.relative_to(site).parts) - 1)
    target.write_text(PAGE.format(title=html.escape(heading), up=up, body=re.sub(r'href="([^":]+)"', lambda link: f'href="{page(link[1])}"', body)))


def page(link: str) -> str:
    """Where a link of a document leads on the site; what has a scheme is left alone by its colon."""
    path, mark, anchor = link.partition("#")
    path = re.sub(r"(^|/)README\.md$", r"\1index.html", path)
    return re.sub(r"\.md$", ".html", path) + mark + anchor


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
