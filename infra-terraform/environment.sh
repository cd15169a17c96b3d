#!/usr/bin/env bash
# environment.sh ENVIRONMENT VALUE: a local value of environments/read.tf for environments/ENVIRONMENT.yml, such as region or variables.compute;
# a map as JSON. Terraform itself reads the file, so nothing else must be there. SLUICE_ENVIRONMENTS names another folder of such files.
set -euo pipefail

environment=${1:?"environment.sh ENVIRONMENT VALUE"} value=${2:?"environment.sh ENVIRONMENT VALUE"}
room=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
folder=${SLUICE_ENVIRONMENTS:-$room/environments}
[[ -f $folder/$environment.yml ]] || {
  echo "environment.sh: expected $folder/$environment.yml, found nothing; environments/example.yml is one to copy" >&2
  exit 2
}

commit=$(git -C "$room" rev-parse HEAD)
# Encoded, because the console would print a text with Terraform's own escapes.
said=$(terraform -chdir="$room/environments" console -var file="$folder/$environment.yml" -var commit="$commit" \
  <<<"base64encode(try(tostring(local.$value), jsonencode(local.$value)))")
tr -d '"' <<<"$said" | base64 -d
