# What this machine must have. Everything missing is named in one go, each with the line that mends it; nothing is changed.

MISSING=()

missing() { MISSING+=("$@"); }

java_major() { # FOLDER: the major version of the JDK there, or nothing
  local release=$1/release
  [[ -x $1/bin/javac && -r $release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
}

find_java() {
  local folder on_path
  on_path=$(command -v javac 2>/dev/null || true)
  [[ -n $on_path ]] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")")
  for folder in "${JAVA_HOME:-}" "$on_path" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/jdk* /opt/java/*; do
    [[ -n $folder && $(java_major "$folder") -ge 25 ]] 2>/dev/null || continue
    JAVA_HOME=$folder SLUICE_JAVA=$folder/bin/java
    export JAVA_HOME SLUICE_JAVA
    return
  done
  missing "JDK 25      found $(java -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p' || true); looked in JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /Library/Java" \
    "            Debian, Ubuntu   sudo apt-get install temurin-25-jdk     others   sdk install java 25-tem"
}

find_maven() {
  command -v mvn >/dev/null 2>&1 || missing "Maven       not found on PATH" \
    "            Debian, Ubuntu   sudo apt-get install maven     macOS   brew install maven"
}

find_python() {
  local name
  for name in "${SLUICE_PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    [[ -n $name ]] || continue
    "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || continue
    SLUICE_PYTHON=$(command -v "$name")
    export SLUICE_PYTHON
    return
  done
  missing "Python      3.11, 3.12 or 3.13 with venv not found; python3 is $(python3 --version 2>/dev/null || printf 'not there')" \
    "            Debian, Ubuntu   sudo apt-get install python3 python3-venv     macOS   brew install python@3.13"
}

# Leaves SLUICE_CHROMIUM unset when there is none: the set-up then gets one.
find_chromium() {
  local name
  for name in "${SLUICE_CHROMIUM:-}" chromium chromium-browser google-chrome \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [[ -n $name ]] && command -v "$name" >/dev/null 2>&1 || continue
    SLUICE_CHROMIUM=$(command -v "$name")
    export SLUICE_CHROMIUM
    return
  done
  unset SLUICE_CHROMIUM
}

check_machine() {
  find_java
  find_maven
  find_python
  find_chromium
  ((${#MISSING[@]} == 0)) || fail_with 3 M001 "This machine lacks something that Sluice needs. Nothing was installed or changed." \
    "${MISSING[@]}" "Then run the same command again."
}
