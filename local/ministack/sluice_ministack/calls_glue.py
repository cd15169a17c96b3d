"""Glue asks for the catalogue, the database and the table, each by itself."""

from __future__ import annotations

from collections.abc import Iterator

from ministack.core.responses import get_account_id, get_region

from .calls import Permission

# What an action is on, where that is not one table.
OF_ALL_DATABASES = frozenset({"GetDatabases"})
OF_A_DATABASE = frozenset({"CreateDatabase", "DeleteDatabase", "GetDatabase", "UpdateDatabase"})
OF_ALL_TABLES = frozenset({"GetTables"})
OF_A_CRAWLER = frozenset({"GetCrawler", "StartCrawler", "StopCrawler", "UpdateCrawler", "DeleteCrawler", "ListCrawls"})


def permissions(action: str, document: dict) -> Iterator[Permission]:
    return (Permission(action, arn) for arn in _resources(action.removeprefix("glue:"), document))


def _resources(action: str, document: dict) -> Iterator[str]:
    here = f"arn:aws:glue:{get_region()}:{get_account_id()}"
    if action in OF_A_CRAWLER:
        yield f"{here}:crawler/{document.get('Name') or document.get('CrawlerName')}"
        return
    yield f"{here}:catalog"
    database = document.get("DatabaseName") or (_name(document, "DatabaseInput") if action in OF_A_DATABASE else None)
    if action in OF_ALL_DATABASES:
        yield f"{here}:database/*"
    elif database:
        yield f"{here}:database/{database}"
        yield from (f"{here}:table/{database}/{table}" for table in _tables(action, document))


def _tables(action: str, document: dict) -> list[str]:
    if action in OF_ALL_TABLES:
        return ["*"]
    if action in OF_A_DATABASE:
        return []
    if "TablesToDelete" in document:
        return document["TablesToDelete"]
    table = document.get("TableName") or _name(document, "TableInput")
    return [table] if table else []


def _name(document: dict, member: str) -> str | None:
    """Of what the call makes or changes, or of what it asks for."""
    return (document.get(member) or {}).get("Name") or document.get("Name")
