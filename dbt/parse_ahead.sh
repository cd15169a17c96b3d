#!/usr/bin/env bash
# parse_ahead.sh FOLDER [SLOT...]: leaves dbt's parsed state of each slot in FOLDER/<slot>. Copied to DBT_TARGET_PATH, it
# spares the first build of a slot the parsing. It counts only where the profile's values are the same: call it with the
# variables of the builds (region, workgroup, buckets, seconds between polls); with others dbt parses again, nothing worse.
set -euo pipefail

(($# > 0)) || { echo "parse_ahead.sh FOLDER [SLOT...]" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
(($# > 0)) || set -- sluice_blue sluice_green
cd "$(dirname "${BASH_SOURCE[0]}")"

parsing=()
for slot in "$@"; do
  SLUICE_SLOT_DATABASE=$slot DBT_TARGET_PATH=$folder/$slot.new dbt --quiet --log-level-file none parse --profiles-dir . &
  parsing+=($!)
done
for process in "${parsing[@]}"; do wait "$process"; done
for slot in "$@"; do
  # Nothing but the state: a manifest or results in the target folder would pass for those of a build.
  mkdir -p "$folder/$slot"
  mv "$folder/$slot.new/partial_parse.msgpack" "$folder/$slot/"
  rm -rf "$folder/$slot.new"
done
