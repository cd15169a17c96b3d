#!/usr/bin/env bash
# documents.sh FOLDER: dbt's documents as one page, FOLDER/index.html, without asking any endpoint. Takes dbt from PATH.
set -euo pipefail

(($# == 1)) || { echo "documents.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$(dirname "${BASH_SOURCE[0]}")"

# The profile wants values; nothing listens where they lead.
export DBT_TARGET_PATH=$scratch DBT_LOG_PATH=$scratch
export AWS_REGION=eu-central-1 AWS_ENDPOINT_URL=http://127.0.0.1:9 AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=offline AWS_SECRET_ACCESS_KEY=offline
export SLUICE_SLOT_DATABASE=sluice_curated SLUICE_ATHENA_WORKGROUP=offline
export SLUICE_ATHENA_RESULTS_BUCKET=offline SLUICE_CURATED_BUCKET=offline

dbt --quiet docs generate --static --profiles-dir . --empty-catalog --no-populate-cache
mv "$scratch/static_index.html" "$folder/index.html"
