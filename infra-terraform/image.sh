#!/usr/bin/env bash
# image.sh build|there|push IMAGE ENVIRONMENT: the image of the commit that is checked out, IMAGE being its repository's name. build needs
# Docker and no AWS; there answers with its exit code; push leaves alone what is there, because a tag never moves.
# SLUICE_DBT_TARGET is observed for the dbt image with Elementary.
set -euo pipefail

verb=${1:?"image.sh build|there|push IMAGE ENVIRONMENT"} image=${2:?"expected an image"}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
commit=$(git -C "$root" rev-parse HEAD)

build() {
  local dockerfile target
  case $image in
    sluice-dbt) dockerfile=dbt/Dockerfile target=${SLUICE_DBT_TARGET:-plain} ;;
    sluice-extract-devitjobs)
      dockerfile=extractors/devitjobs/Dockerfile target=function
      "$root/extractors/devitjobs/image/stage.sh"
      ;;
    *)
      echo "image.sh: expected sluice-dbt or sluice-extract-devitjobs, found \"$image\"" >&2
      exit 2
      ;;
  esac
  # Lambda takes one plain manifest, not an index with attestations in it.
  docker build --platform linux/amd64 --provenance=false --file "$root/$dockerfile" --target "$target" --tag "$image:$commit" "$root"
}

there() {
  local found
  found=$(aws ecr describe-images --repository-name "$image" --image-ids imageTag="$commit" --query 'length(imageDetails)' --output text 2>/dev/null) &&
    [[ $found == 1 ]]
}

push() {
  if there; then
    echo "$image:$commit is there already"
    return
  fi
  address=$(aws ecr describe-repositories --repository-names "$image" --query 'repositories[0].repositoryUri' --output text)
  aws ecr get-login-password | docker login --username AWS --password-stdin "${address%%/*}"
  trap 'docker logout "${address%%/*}"' EXIT
  docker tag "$image:$commit" "$address:$commit"
  docker push "$address:$commit"
}

case $verb in
  build) build ;;
  there | push)
    AWS_REGION=$("$root/infra-terraform/environment.sh" "${3:?"expected an environment"}" region)
    export AWS_REGION AWS_DEFAULT_REGION=$AWS_REGION
    "$verb"
    ;;
  *)
    echo "image.sh: expected build, there or push, found \"$verb\"" >&2
    exit 2
    ;;
esac
