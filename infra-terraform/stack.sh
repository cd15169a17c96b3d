#!/usr/bin/env bash
# stack.sh plan|apply|destroy|show|unlock STACK ENVIRONMENT [ARGUMENT...]: Terraform on one stack, as environments/ENVIRONMENT.yml says, with the
# credentials at hand. ARGUMENTs go to Terraform, such as -json; what it says of its start goes to standard error.
# SLUICE_TF_PLUGIN_DIR names a folder that holds the provider where Terraform's registry is out of reach.
set -euo pipefail

verb=${1:?"stack.sh plan|apply|destroy|show|unlock STACK ENVIRONMENT"} stack=${2:?"expected a stack"} environment=${3:?"expected an environment"}
shift 3
case $verb in
  plan) command=(plan -lock=false) ;; # it may run beside an apply
  apply) command=(apply -auto-approve) ;;
  destroy) command=(destroy -auto-approve) ;;
  show) command=(show -json) ;;
  unlock) command=(force-unlock -force) ;; # ARGUMENT is the lock's ID
  *)
    echo "stack.sh: expected plan, apply, destroy, show or unlock, found \"$verb\"" >&2
    exit 2
    ;;
esac

room=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
bucket=$("$room/environment.sh" "$environment" state_bucket)
region=$("$room/environment.sh" "$environment" region)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
variables=$folder/variables.tfvars.json
"$room/environment.sh" "$environment" "variables.$stack" >"$variables"
[[ $verb == show || $verb == unlock ]] || command+=(-input=false -no-color -compact-warnings -var-file="$variables")

# One for each environment: a laptop that looks at two must never mix their states.
export TF_DATA_DIR=${SLUICE_HOME:-$room/../.sluice}/terraform/environments/$environment/$stack
export TF_IN_AUTOMATION=1 AWS_REGION=$region
mkdir -p "$TF_DATA_DIR"
cd "$room/stacks/$stack"
terraform init -input=false -no-color -lockfile=readonly -reconfigure ${SLUICE_TF_PLUGIN_DIR:+-plugin-dir="$SLUICE_TF_PLUGIN_DIR"} \
  -backend-config=bucket="$bucket" -backend-config=region="$region" >&2

# A process group of its own: an interruption comes here alone and is passed on once. Terraform then ends what it has begun and frees its
# lock; the second one that a terminal and a program above may send would make it drop both.
set -m
terraform "${command[@]}" "$@" </dev/null &
terraform=$!
passed_on=false
trap '$passed_on || kill -INT "$terraform" || true; passed_on=true' HUP INT TERM
wait "$terraform" && status=0 || status=$?
while kill -0 "$terraform" 2>/dev/null; do # a wait ends with the first signal
  wait "$terraform" && status=0 || status=$?
done
exit "$status"
