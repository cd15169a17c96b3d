# The set-up: each step runs once, again only when what it is made from has changed, and side by side where it can.

# What is set up belongs to the checkout; SLUICE_HOME only moves worlds, logs and reports.
SETUP=$SLUICE_ROOT/.sluice
STAMPS=$SETUP/stamps
SETUP_LOGS=$SETUP/logs
CLI_JVM_OPTIONS=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m --enable-native-access=ALL-UNNAMED
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

class_path() { # ROOM: its jar and everything it needs at run time
  local room=$1 name=${1//\//-}
  printf '%s:%s' "$SLUICE_ROOT/$room/target/$name-0.1.0.jar" "$(<"$SLUICE_ROOT/$room/target/classpath.txt")"
}

fingerprint() { cat "$@" | cksum | tr -d ' \n'; }

CODE=("$SLUICE_ROOT/pom.xml" "$SLUICE_ROOT"/{lake,extractors,intake,validator,quarantine,replay-dispatcher,quality,publisher,statemachine,report,prove,repair,cli}
  "$SLUICE_ROOT"/local/{runtime,athena,sites,world})

build_is_current() { is_built_from "${CODE[@]}" "$SLUICE_ROOT/contracts"; }
code_is_built() { is_built_from "${CODE[@]}"; }

is_built_from() { # PATH...: there is a build, and nothing of these is newer
  [[ -f $STAMPS/build && -f $STAMPS/functions && -f $SLUICE_ROOT/cli/target/classpath.txt ]] || return 1
  local first_jar
  first_jar=$(cut -d: -f1 <"$SLUICE_ROOT/cli/target/classpath.txt")
  [[ -f $first_jar ]] || return 1
  [[ -z $(find "$@" \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$STAMPS/build" -print -quit) ]]
}

# A world that is up runs from these very jars: replacing them under it would break it.
world_is_up() {
  local pid
  [[ -f $SLUICE_HOME/world.json ]] || return 1
  for pid in $(sed -n 's/.*"pid" : \([0-9]*\).*/\1/p' "$SLUICE_HOME/world.json"); do
    kill -0 "$pid" 2>/dev/null || return 1
  done
}

step_build() {
  (cd "$SLUICE_ROOT" && mvn -B -ntp -q -T1C package -DskipTests)
  # The JVM's ahead-of-time caches hold for jars of one content and one date; a build that changed nothing must not cost them.
  find "$SLUICE_ROOT" -path "$SETUP" -prune -o -path '*/target/*.jar' -exec touch -t 202601010000 {} +
  fingerprint "$SLUICE_ROOT"/{extractors/kit,extractors/devitjobs,validator,quality,publisher,local/runtime}/target/*.jar >"$STAMPS/functions"
}

environment_is_current() { # NAME LOCK...
  local name=$1
  shift
  # Which Python made it does not matter: one that is gone leaves a link to nowhere.
  [[ -f $STAMPS/$name && -x $SETUP/venv/$name/bin/python && $(<"$STAMPS/$name") == "$(fingerprint "$@")" ]]
}

step_environment() { # NAME LOCK...
  local name=$1
  shift
  rm -rf "$SETUP/venv/$name"
  "$SLUICE_PYTHON" -m venv "$SETUP/venv/$name"
  local lock arguments=()
  for lock in "$@"; do arguments+=(-r "$lock"); done
  "$SETUP/venv/$name/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes "${arguments[@]}"
  fingerprint "$@" >"$STAMPS/$name"
}

# The JVM's ahead-of-time cache of the local Athena halves its start. It holds for one build of the jar: its name says which.
athena_cache() {
  local jar=$SLUICE_ROOT/local/athena/target/local-athena-0.1.0.jar
  printf '%s' "$SLUICE_ROOT/local/athena/target/athena-$(fingerprint "$jar").aot"
}

step_athena_cache() {
  local cache
  cache=$(athena_cache)
  rm -f "$SLUICE_ROOT"/local/athena/target/athena-*.aot
  "$SLUICE_JAVA" "@$SLUICE_ROOT/local/athena/jvm.options" "-XX:AOTCacheOutput=$cache.next" -cp "$(class_path local/athena)" \
    sluice.local.athena.TrainingMain
  # The training run ends before the cache is written by a second process of the JVM.
  mv "$cache.next" "$cache"
}

# Those of the functions, likewise; made by letting each function work once on sample rows.
function_caches() {
  printf '%s' "$SETUP/function-caches/$(<"$STAMPS/functions")"
}

step_function_caches() {
  local folder
  folder=$(function_caches)
  rm -rf "$SETUP/function-caches"
  "$SLUICE_JAVA" "${CLI_JVM_OPTIONS[@]}" -cp "$(class_path cli)" sluice.local.world.TrainingMain "$SLUICE_ROOT" "$folder.next"
  rm -rf "$folder.next/world"
  mv "$folder.next" "$folder"
}

# dbt's parsed state holds for the values that a build in the local world has (sluice.local.world.Names); with others it parses again.
step_parse() {
  AWS_REGION=eu-central-1 SLUICE_ATHENA_WORKGROUP=sluice SLUICE_ATHENA_POLL_SECONDS=0.1 \
    SLUICE_ATHENA_RESULTS_BUCKET=sluice-athena-results SLUICE_CURATED_BUCKET=sluice-curated \
    PATH="$SETUP/venv/dbt/bin:$PATH" "$SLUICE_ROOT/dbt/parse_ahead.sh" "$SETUP/dbt-parsed"
  parse_fingerprint >"$STAMPS/parse"
}

parse_fingerprint() { fingerprint "$SLUICE_ROOT"/dbt/{requirements.lock,profiles.yml,dbt_project.yml,parse_ahead.sh}; }

step_chromium() {
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
  else
    # Needs the build's Playwright; it downloads the browser that belongs to this version.
    PLAYWRIGHT_BROWSERS_PATH=$SETUP/browsers "$SLUICE_JAVA" -cp "$(<"$SLUICE_ROOT/extractors/devitjobs/target/classpath.txt")" \
      com.microsoft.playwright.CLI install chromium
  fi
}

# Steps that run at this moment: name, process, detail and start, by index.
STEP_NAMES=() STEP_PIDS=() STEP_DETAILS=() STEP_STARTS=()

begin_step() { # NAME DETAIL COMMAND...
  local name=$1 detail=$2
  shift 2
  "$@" >"$SETUP_LOGS/setup-$name.log" 2>&1 </dev/null &
  STEP_NAMES+=("$name") STEP_PIDS+=($!) STEP_DETAILS+=("$detail") STEP_STARTS+=("$SECONDS")
}

end_steps_early() {
  local pid
  for pid in "${STEP_PIDS[@]:-}"; do
    [[ -n $pid ]] || continue
    pkill -TERM -P "$pid" 2>/dev/null || true
    kill -TERM "$pid" 2>/dev/null || true
  done
}

await_steps() {
  local index failed=() beat=$SECONDS
  while ((${#STEP_PIDS[@]} > 0)); do
    for index in "${!STEP_PIDS[@]}"; do
      if kill -0 "${STEP_PIDS[index]}" 2>/dev/null; then continue; fi
      if wait "${STEP_PIDS[index]}"; then
        say_step done "${STEP_NAMES[index]}" "${STEP_DETAILS[index]}" $((SECONDS - STEP_STARTS[index]))
        mark_done "${STEP_NAMES[index]}"
      else
        say_step failed "${STEP_NAMES[index]}" "see $SETUP_LOGS/setup-${STEP_NAMES[index]}.log" $((SECONDS - STEP_STARTS[index]))
        failed+=("${STEP_NAMES[index]}")
      fi
      unset "STEP_NAMES[index]" "STEP_PIDS[index]" "STEP_DETAILS[index]" "STEP_STARTS[index]"
    done
    if ((SECONDS - beat >= 10)); then
      beat=$SECONDS
      for index in "${!STEP_PIDS[@]}"; do
        say_step running "${STEP_NAMES[index]}" "${STEP_DETAILS[index]}" $((SECONDS - STEP_STARTS[index]))
      done
    fi
    ((${#STEP_PIDS[@]} == 0)) || sleep 0.2
  done
  STEP_NAMES=() STEP_PIDS=() STEP_DETAILS=() STEP_STARTS=()
  ((${#failed[@]} == 0)) || fail_with 3 M002 "Set-up could not finish: ${failed[*]}." \
    "last lines  $(tail -n 3 "$SETUP_LOGS/setup-${failed[0]}.log" | tr '\n' ' ' | cut -c1-300)" \
    "log         $SETUP_LOGS/setup-${failed[0]}.log"
}

mark_done() { # a build is done only when nothing changed while it ran
  if [[ $1 == build ]]; then mv "$STAMPS/build.begun" "$STAMPS/build"; fi
}

# Another set-up of the same folder finishes first; two at once would undo each other's work.
hold_setup_lock() {
  command -v flock >/dev/null || return 0
  exec 9>"$SETUP/setup.lock"
  flock -n 9 && return
  say "Another set-up is running in $SETUP; waiting for it."
  flock 9
}

set_up() {
  check_machine
  mkdir -p "$STAMPS" "$SETUP_LOGS" "$SLUICE_HOME"
  hold_setup_lock
  trap 'end_steps_early; exit 130' INT
  trap 'end_steps_early; exit 143' TERM
  local announced=false
  announce() { $announced || { announced=true; $SAY_TERMINAL && say "Set-up (first time a few minutes, later nothing)" || true; }; }
  build_is_current || build_must_stay || {
    announce
    begin_build
  }
  environment_is_current dbt "$SLUICE_ROOT/dbt/requirements.lock" || {
    announce
    begin_step dbt "dbt on Athena, hash-locked" step_environment dbt "$SLUICE_ROOT/dbt/requirements.lock"
  }
  environment_is_current ministack "$SLUICE_ROOT/local/ministack/requirements.lock" || {
    announce
    begin_step ministack "local AWS, hash-locked" step_environment ministack "$SLUICE_ROOT/local/ministack/requirements.lock"
  }
  if [[ -z ${SLUICE_CHROMIUM:-} && $(id -u) == 0 ]] && needs_browser "$@" && command -v apt-get >/dev/null; then
    announce
    begin_step chromium "the browser for the devitjobs source" step_chromium
  fi
  await_steps
  get_chromium_by_playwright "$@"
  find_chromium
  SLUICE_ATHENA_CACHE=$(athena_cache)
  SLUICE_FUNCTION_CACHES=$(function_caches)
  export SLUICE_ATHENA_CACHE SLUICE_FUNCTION_CACHES
  if ! world_is_up; then
    [[ $(cat "$STAMPS/parse" 2>/dev/null) == "$(parse_fingerprint)" ]] || {
      announce
      begin_step parse "dbt's models, read ahead" step_parse
    }
    [[ -f $SLUICE_ATHENA_CACHE ]] || {
      announce
      begin_step athena "start-up cache of the local Athena" step_athena_cache
    }
    [[ -d $SLUICE_FUNCTION_CACHES ]] || {
      announce
      begin_step functions "start-up caches of the functions" step_function_caches
    }
    await_steps
  fi
  trap - INT TERM
  exec 9>&- # the command itself may run beside another one's set-up
}

build_must_stay() {
  [[ -f $STAMPS/build ]] && world_is_up || return 1
  say "! The world that is up runs an older build. To take the changes in:  ./sluice down && ./sluice up"
}

begin_build() {
  touch "$STAMPS/build.begun" # a file changed during the build is newer than this
  begin_step build "compile, package the Lambda jars" step_build
}

# These commands read the contracts from their folder: a build of the same code will do, however old its contracts are.
set_up_code() {
  check_machine
  code_is_built || build_must_stay || build_alone
}

# What is deployed is this checkout, contracts and all.
set_up_deployment() {
  check_machine
  build_is_current && return
  if [[ -f $STAMPS/build ]] && world_is_up; then
    fail_with 4 M003 "The local world is up and runs an older build; a deployment needs a new one." "next        ./sluice down" "            then the same command again"
  fi
  build_alone
}

build_alone() {
  mkdir -p "$STAMPS" "$SETUP_LOGS" "$SLUICE_HOME"
  hold_setup_lock
  trap 'end_steps_early; exit 130' INT
  trap 'end_steps_early; exit 143' TERM
  begin_build
  await_steps
  trap - INT TERM
  exec 9>&-
}

get_chromium_by_playwright() {
  find_chromium
  [[ -z ${SLUICE_CHROMIUM:-} ]] && needs_browser "$@" || return 0
  local found
  found=$(find "$SETUP/browsers" -type f -perm -u+x \( -name chrome -o -name Chromium \) 2>/dev/null | head -n 1)
  if [[ -z $found ]]; then
    begin_step chromium "the browser for the devitjobs source" step_chromium
    await_steps
    found=$(find "$SETUP/browsers" -type f -perm -u+x \( -name chrome -o -name Chromium \) 2>/dev/null | head -n 1)
  fi
  SLUICE_CHROMIUM=$found
  export SLUICE_CHROMIUM
}

asks_for_help() {
  [[ " $* " == *" --help "* || " $* " == *" -h "* ]]
}

needs_browser() { # a person may leave the one source out that needs it
  [[ " $* " != *" --without devitjobs "* && " $* " != *" --without=devitjobs "* ]]
}

names_environment() { # what is on AWS needs no world here
  local argument
  for argument in "$@"; do
    case $argument in
      --env=local) return 1 ;;
      --env=*) return 0 ;;
    esac
  done
  [[ " $* " == *" --env "* && " $* " != *" --env local "* ]]
}

# down must work on a machine whose set-up is broken; contracts, single files, most proofs and AWS want no world; everything else wants the whole.
set_up_for() { # COMMAND ARGUMENTS...
  case $1 in
    down)
      check_machine
      [[ -f $SLUICE_ROOT/cli/target/classpath.txt ]] || set_up
      ;;
    contract | validate) set_up_code ;;
    prove) if [[ ${2:-} == aws ]]; then set_up; else set_up_code; fi ;;
    deploy) set_up_deployment ;;
    *) if names_environment "$@"; then set_up_code; else set_up "$@"; fi ;;
  esac
}
