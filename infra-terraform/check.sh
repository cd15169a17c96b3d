#!/usr/bin/env bash
# Proves what can be proved of the stacks without AWS: infra-terraform/check.sh [--json] [--all | NAME...]
# SLUICE_TF_PLUGIN_DIR names a folder that holds the provider where Terraform's registry is out of reach.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export SLUICE_HOME=${SLUICE_HOME:-$ROOT/.sluice}

environment=$ROOT/.sluice/venv/terraform
lock=$ROOT/infra-terraform/requirements.lock
stamp=$(cksum <"$lock")
if [[ $(cat "$environment/stamp" 2>/dev/null) != "$stamp" ]]; then
  rm -rf "$environment"
  PYTHON=${SLUICE_PYTHON:-python3} "$ROOT/dbt/image/environment.sh" "$environment" "$lock"
  printf '%s' "$stamp" >"$environment/stamp"
fi

PYTHONPATH=$ROOT/infra-terraform:$ROOT/local/setup PYTHONDONTWRITEBYTECODE=1 exec "$environment/bin/python" -m checks "$@"
