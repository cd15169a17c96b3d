#!/usr/bin/env bash
# All checks of the dbt project that need no endpoint: parse, documents over an empty catalogue, house rules.
# Takes dbt from PATH, else from the environment that ./sluice sets up.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v dbt >/dev/null || PATH=$project/../.sluice/venv/dbt/bin:$PATH
command -v dbt >/dev/null || { echo "dbt was found neither on PATH nor in .sluice/venv/dbt: ./sluice test sets it up" >&2; exit 3; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DBT_TARGET_PATH=$scratch/target DBT_LOG_PATH=$scratch/logs DBT_USE_COLORS=false
# The profile wants values; nothing listens where they lead, so that a check which asks an endpoint fails.
export AWS_REGION=eu-central-1 AWS_ENDPOINT_URL=http://127.0.0.1:9 AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=offline AWS_SECRET_ACCESS_KEY=offline
export SLUICE_SLOT_DATABASE=sluice_offline SLUICE_ATHENA_WORKGROUP=offline
export SLUICE_ATHENA_RESULTS_BUCKET=offline SLUICE_CURATED_BUCKET=offline

cd "$project"
dbt --quiet --warn-error parse --profiles-dir . --no-partial-parse
dbt --quiet --warn-error docs generate --profiles-dir . --empty-catalog --no-populate-cache
"$(dirname "$(command -v dbt)")/python" checks/lint.py . "$DBT_TARGET_PATH/manifest.json"
