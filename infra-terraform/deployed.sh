#!/usr/bin/env bash
# deployed.sh ENVIRONMENT: looks at AWS whether what runs is the commit that is checked out: CodeBuild's image, the alias of every function,
# the browser's image. Terraform has just set all three; a deployment is over when they are seen, not when they were asked for.
set -euo pipefail

environment=${1:?"deployed.sh ENVIRONMENT"}
room=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
commit=$(git -C "$room" rev-parse HEAD)
AWS_REGION=$("$room/environment.sh" "$environment" region)
export AWS_REGION AWS_DEFAULT_REGION=$AWS_REGION
wrong=()

image=$(aws codebuild batch-get-projects --names sluice-dbt --query 'projects[0].environment.image' --output text)
[[ $image == *":$commit" ]] || wrong+=("CodeBuild project sluice-dbt: expected an image tagged $commit, found $image")

# The functions by the state: the deploying role may look at ours, not list everybody's.
state=$("$room/stack.sh" show compute "$environment")
functions=$(jq -r '.. | objects | select(.type? == "aws_lambda_alias") | .values.function_name' <<<"$state")
[[ -n $functions ]] || wrong+=("stack compute: expected functions in its state, found none")

for function in $functions; do
  read -r live code < <(aws lambda get-function --function-name "$function" --qualifier live --query '[Configuration.Version, Code.ImageUri]' --output text)
  newest=$(aws lambda list-versions-by-function --function-name "$function" --query 'Versions[].Version' --output json | jq '[.[] | tonumber?] | max')
  [[ $live == "$newest" ]] || wrong+=("$function: expected alias live at version $newest, found $live")
  [[ $code == None || $code == *":$commit" ]] || wrong+=("$function: expected an image tagged $commit, found $code")
done

if ((${#wrong[@]} > 0)); then
  printf '%s\n' "${wrong[@]}" >&2
  exit 1
fi
echo "aliases and images are at $commit"
