#!/usr/bin/env bash
# Proves what can be proved of the stacks without AWS: infra-terraform/check.sh [--json] [NAME...]
# SLUICE_TF_PLUGIN_DIR names a folder that holds the provider where Terraform's registry is out of reach.
set -euo pipefail

ROOM=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
SLUICE_HOME=${SLUICE_HOME:-$(dirname "$ROOM")/.sluice}
# Environments belong to the checkout, however many homes work with it.
SLUICE_VENV=${SLUICE_VENV:-$(dirname "$ROOM")/.sluice/venv}
export SLUICE_HOME SLUICE_VENV

environment=${SLUICE_TF_VENV:-$SLUICE_HOME/venv/terraform}
stamp=$(cksum <"$ROOM/requirements.lock")
if [[ $(cat "$environment/stamp" 2>/dev/null) != "$stamp" ]]; then
  rm -rf "$environment"
  "${SLUICE_PYTHON:-python3}" -m venv "$environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r "$ROOM/requirements.lock"
  printf '%s' "$stamp" >"$environment/stamp"
fi

PYTHONPATH=$ROOM PYTHONDONTWRITEBYTECODE=1 exec "$environment/bin/python" -m checks "$@"
