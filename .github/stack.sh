#!/usr/bin/env bash
# stack.sh plan|apply STACK: Terraform on one stack of infra-terraform, with the credentials and AWS_REGION of the environment.
# SLUICE_ENVIRONMENT names the installation, SLUICE_STATE_BUCKET holds its state, SLUICE_VARIABLES is a JSON object of variables;
# GITHUB_SHA is the commit that the images are tagged with. A plan takes no lock: it may run beside an apply.
set -euo pipefail

verb=${1:?"stack.sh plan|apply STACK"} stack=${2:?"stack.sh plan|apply STACK"}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
variables=$(mktemp --suffix=.tfvars.json)
trap 'rm -f "$variables"' EXIT
printf '%s' "${SLUICE_VARIABLES:-"{}"}" >"$variables"

arguments=(-input=false -no-color -compact-warnings -var-file="$variables" -var environment="$SLUICE_ENVIRONMENT" -var region="$AWS_REGION")
[[ $stack == compute ]] && arguments+=(-var image_tag="$GITHUB_SHA")

cd "$root/infra-terraform/stacks/$stack"
terraform init -input=false -no-color -lockfile=readonly \
  -backend-config=bucket="$SLUICE_STATE_BUCKET" -backend-config=region="$AWS_REGION"
case $verb in
  plan) terraform plan -lock=false "${arguments[@]}" ;;
  apply) terraform apply -auto-approve "${arguments[@]}" ;;
  *)
    echo "stack.sh: expected plan or apply, found \"$verb\"" >&2
    exit 2
    ;;
esac
