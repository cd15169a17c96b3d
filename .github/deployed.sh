#!/usr/bin/env bash
# deployed.sh COMMIT: looks at AWS whether what runs is COMMIT: CodeBuild's image, the alias of every function, the browser's image.
# Terraform has just set all three; a deployment is over when they are seen, not when they were asked for.
set -euo pipefail

commit=${1:?"deployed.sh COMMIT"}
wrong=()

image=$(aws codebuild batch-get-projects --names sluice-dbt --query 'projects[0].environment.image' --output text)
[[ $image == *":$commit" ]] || wrong+=("CodeBuild project sluice-dbt: expected an image tagged $commit, found $image")

for function in $(aws lambda list-functions --query "Functions[?starts_with(FunctionName, 'sluice-')].FunctionName" --output text); do
  live=$(aws lambda get-alias --function-name "$function" --name live --query FunctionVersion --output text)
  newest=$(aws lambda list-versions-by-function --function-name "$function" --query 'Versions[-1].Version' --output text)
  [[ $live == "$newest" ]] || wrong+=("$function: expected alias live at version $newest, found $live")
  code=$(aws lambda get-function --function-name "$function" --qualifier live --query 'Code.ImageUri' --output text)
  [[ $code == None || $code == *":$commit" ]] || wrong+=("$function: expected an image tagged $commit, found $code")
done

if ((${#wrong[@]} > 0)); then
  printf '%s\n' "${wrong[@]}" >&2
  exit 1
fi
echo "aliases and images are at $commit"
