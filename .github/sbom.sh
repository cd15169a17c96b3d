#!/usr/bin/env bash
# sbom.sh FOLDER: the list of parts (CycloneDX 1.6, JSON): java.json for all rooms, one file for each Python lock. Needs cyclonedx-py,
# which requirements.lock beside this file pins, and no network once Maven's own cache is filled.
set -euo pipefail

(($# == 1)) || { echo "sbom.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -B -ntp -q -Psbom -DskipTests -DoutputDirectory="$folder" -DoutputName=java -DoutputFormat=json org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom
for lock in dbt dbt/elementary local/ministack; do
  cyclonedx-py requirements --output-reproducible --spec-version 1.6 --output-file "$folder/${lock//\//-}.json" "$lock/requirements.lock"
done
