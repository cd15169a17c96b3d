#!/bin/sh
# environment.sh FOLDER LOCK...: a Python environment with exactly what the locks hold, in their order, each file checked by its hash.
# Where something must be built, an earlier lock has brought the builder: pip itself would fetch an unpinned one.
set -eu

folder=$1
shift
"${PYTHON:-python3}" -m venv "$folder"
for lock; do
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir --no-deps \
    --no-build-isolation --require-hashes -r "$lock"
done
