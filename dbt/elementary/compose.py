"""Makes Elementary part of a copy of the dbt project: python compose.py <project folder>.

Only the production image does this. In the checkout there is no package, so that parsing needs no network and a laptop's build
asks no query of Elementary's."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
DATABASE = "sluice_elementary"


def compose(project: Path) -> None:
    """Adds packages.yml, the macro that names the database, and Elementary's place in dbt_project.yml."""
    described = project / "dbt_project.yml"
    settings = yaml.safe_load(described.read_text())
    # Beside the slots, never in one: whatever is Iceberg in a slot is published.
    settings["models"]["elementary"] = {"+schema": DATABASE}
    described.write_text(yaml.safe_dump(settings, sort_keys=False))
    shutil.copy(HERE / "packages.yml", project)
    shutil.copy(HERE / "generate_schema_name.sql", project / "macros")


if __name__ == "__main__":
    compose(Path(sys.argv[1]))
