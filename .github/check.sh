#!/usr/bin/env bash
# Checks what GitHub and AWS would run: .github/check.sh [--json] [--all | NAME...]; each check prints its name, status and detail.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
environment=$ROOT/.sluice/venv/github
lock=$ROOT/.github/requirements.lock
stamp=$(cksum <"$lock")
if [[ $(cat "$environment/stamp" 2>/dev/null) != "$stamp" ]]; then
  rm -rf "$environment"
  PYTHON=${SLUICE_PYTHON:-python3} "$ROOT/dbt/image/environment.sh" "$environment" "$lock"
  printf '%s' "$stamp" >"$environment/stamp"
fi
PYTHONPATH=$ROOT/local/setup PYTHONDONTWRITEBYTECODE=1 PATH=$environment/bin:$ROOT/.sluice/tools:$PATH exec "$environment/bin/python" "$ROOT/.github/checks/run.py" "$@"
