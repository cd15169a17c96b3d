#!/usr/bin/env bash
# Gathers what the image holds of ours in extractors/devitjobs/target/image, from a checkout that was built: function.jar,
# lib/ with Lambda's runtime interface client, driver/ with Playwright's scripts and Node.js for linux alone.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
target=$here/../target
jar=$target/extractors-devitjobs-lambda.jar
[[ -f $jar && -x $target/playwright-driver/node ]] || {
  echo "stage.sh: expected $jar and $target/playwright-driver, found one missing; mvn -B -ntp package -DskipTests builds both" >&2
  exit 3
}

rm -rf "$target/image"
mkdir -p "$target/image"
mvn -B -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$target/image/lib"
cp "$jar" "$target/image/function.jar"
cp -R "$target/playwright-driver" "$target/image/driver"
