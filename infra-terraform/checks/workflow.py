"""The workflow's definition as it would be deployed, by AWS's published schema."""

from __future__ import annotations

import shutil

from checking import Failed
from checks.places import ROOM, must, program, run, work
from checks.terraform import rendered, resources


def accepted() -> str:
    npm = program("npm", "it comes with Node.js")
    folder = work("asl")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOM / name, folder / name)
    must([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
    machines = [resource for resource in resources(rendered("compute")) if resource["type"] == "aws_sfn_state_machine"]
    file = folder / "pipeline.asl.json"
    file.write_text(machines[0]["values"]["definition"])
    done = run([str(folder / "node_modules/.bin/asl-validator"), "--json-path", str(file)], folder)
    if done.returncode != 0:
        raise Failed((done.stdout + done.stderr).strip()[-1500:])
    return f"{file.stat().st_size:,} bytes, as rendered by Terraform"
