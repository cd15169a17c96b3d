# ./sluice test: everything that can be shown on this machine, the fast parts first; each part runs even if one before failed.

TEST_FAILURES=()

part() { # NAME COMMAND...
  local name=$1 begun=$SECONDS
  shift
  say "$GLYPH_RUNNING $name"
  if "$@"; then
    say_step done test "$name" $((SECONDS - begun))
  else
    say_step failed test "$name" $((SECONDS - begun))
    TEST_FAILURES+=("$name")
  fi
}

# One part may run beside others: what it says comes when it is waited for.
begin_part() { # NAME COMMAND...
  BESIDE_NAME=$1 BESIDE_BEGUN=$SECONDS BESIDE_LOG=$SETUP_LOGS/test-beside.log
  shift
  say "$GLYPH_RUNNING $BESIDE_NAME, beside what follows"
  "$@" >"$BESIDE_LOG" 2>&1 &
  BESIDE_PID=$!
  trap 'kill "$BESIDE_PID" 2>/dev/null || true' EXIT # whoever stops the tests stops it too
}

await_part() {
  local state=done
  wait "$BESIDE_PID" || state=failed
  trap - EXIT
  cat "$BESIDE_LOG" >&2
  say_step "$state" test "$BESIDE_NAME" $((SECONDS - BESIDE_BEGUN))
  [[ $state == done ]] || TEST_FAILURES+=("$BESIDE_NAME")
}

java_tests() { # fast|world: the JUnit tests of every room
  local which=()
  [[ $1 == world ]] && which=(-Dsluice.tests=world)
  (cd "$SLUICE_ROOT" && mvn -B -ntp -q "${which[@]}" -Dstyle.color=never --fail-at-end \
    -Dsurefire.reportNameSuffix="$1" -Dsurefire.failIfNoSpecifiedTests=false test)
}

python_tests() { # NAME ENVIRONMENT FOLDER...
  local name=$1 environment=$2
  shift 2
  (cd "$SLUICE_ROOT" && PYTHONPATH=$SLUICE_ROOT/local/setup PYTHONDONTWRITEBYTECODE=1 "$SETUP/venv/$environment/bin/python" -m pytest -q -p no:cacheprovider \
    --junit-xml="$SETUP/test-results/$name.xml" "$@")
}

test_environments() { # what the Python tests need beside what the product needs
  local name folder locks
  for name in ministack dbt; do
    case $name in
      ministack) folder=$SLUICE_ROOT/local/ministack locks=("$folder/requirements.lock" "$folder/requirements-test.lock") ;;
      dbt) folder=$SLUICE_ROOT/dbt locks=("$folder/requirements.lock" "$folder/requirements-dev.lock") ;;
    esac
    environment_is_current "$name-test" "${locks[@]}" || begin_step "$name-test" "tests of $name, hash-locked" step_environment "$name-test" "${locks[@]}"
  done
  await_steps
}

run_tests() {
  export SLUICE_RECORDED_DATA=${SLUICE_RECORDED_DATA:-$SLUICE_ROOT/../shared/data}
  set_up
  test_environments
  rm -rf "$SETUP/test-results"
  mkdir -p "$SETUP/test-results"
  find "$SLUICE_ROOT" -path '*/target/surefire-reports' -prune -exec rm -rf {} +
  export SLUICE_LOCAL_PYTHON=$SETUP/venv/ministack/bin/python
  part "Java, without a world" java_tests fast
  part "Python, local AWS" python_tests ministack ministack-test local/ministack
  part "Python, dbt checks" python_tests dbt dbt-test dbt/checks
  part "Workflows, images, pins" "$SLUICE_ROOT/.github/check.sh"
  part "Python, the checks themselves" python_tests checks github local/setup .github/checks infra-terraform/checks
  part "dbt, without an endpoint" "$SLUICE_ROOT/dbt/checks/offline.sh"
  # Terraform waits more than it works.
  begin_part "Terraform stacks, on the local AWS" "$SLUICE_ROOT/sluice" prove aws
  part "Java, with the local world" java_tests world
  await_part
  "$SLUICE_PYTHON" "$SLUICE_ROOT/local/setup/tally.py" "$SLUICE_ROOT" "$SETUP/test-results" || TEST_FAILURES+=("tally")
  if ((${#TEST_FAILURES[@]} > 0)); then
    say "$PAINT_FAILED$GLYPH_FAILED$PAINT_OFF failed: ${TEST_FAILURES[*]}"
    exit 1
  fi
  say "$PAINT_OK$GLYPH_OK$PAINT_OFF every test passed"
}
