# How the launcher talks: the journey goes to standard error; a terminal gets glyphs, a log gets logfmt lines.

SAY_JSON=false
for argument in "$@"; do [[ $argument == --json ]] && SAY_JSON=true; done

SAY_TERMINAL=false
[[ -t 2 && ${TERM:-dumb} != dumb ]] && SAY_TERMINAL=true
export SLUICE_TERMINAL=$SAY_TERMINAL # Java cannot ask whether standard error is a terminal

GLYPH_OK=ok GLYPH_RUNNING='>' GLYPH_FAILED=FAIL
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*) GLYPH_OK='✓' GLYPH_RUNNING='›' GLYPH_FAILED='✗' ;;
esac
PAINT_OK='' PAINT_FAILED='' PAINT_OFF=''
if $SAY_TERMINAL && [[ -z ${NO_COLOR:-} ]]; then
  PAINT_OK=$'\e[32m' PAINT_FAILED=$'\e[31m' PAINT_OFF=$'\e[0m'
fi

say() { printf '%s\n' "$*" >&2; }

now_utc() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# say_step STATE NAME DETAIL SECONDS: one line for a set-up step; STATE is done, running or failed.
say_step() {
  local state=$1 name=$2 detail=$3 seconds=$4
  if ! $SAY_TERMINAL; then
    say "$(now_utc) setup.$name $state seconds=$seconds detail=\"$detail\""
    return
  fi
  local glyph paint
  case $state in
    done) glyph=$GLYPH_OK paint=$PAINT_OK ;;
    running) glyph=$GLYPH_RUNNING paint='' ;;
    *) glyph=$GLYPH_FAILED paint=$PAINT_FAILED ;;
  esac
  printf '  %s%s%s %-10s %-68s %6s s\n' "$paint" "$glyph" "$PAINT_OFF" "$name" "$detail" "$seconds" >&2
}

json_text() {
  local text=$1
  text=${text//\\/\\\\} text=${text//\"/\\\"} text=${text//$'\n'/\\n} text=${text//$'\t'/ }
  printf '"%s"' "$text"
}

# fail_with EXIT CODE WHAT NEXT...: a problem as text on standard error and, with --json, as the one document on standard output.
fail_with() {
  local exit_code=$1 code=$2 what=$3
  shift 3
  say "$PAINT_FAILED$GLYPH_FAILED$PAINT_OFF $what"
  local next='' line
  for line in "$@"; do
    say "  $line"
    next+="${next:+, }$(json_text "$line")"
  done
  if $SAY_JSON; then
    printf '{"kind": "sluice.error/1", "env": "local", "error": {"code": "%s", "level": "error", "what": %s, "next": [%s]}, "exit": %d}\n' \
      "$code" "$(json_text "$what")" "$next" "$exit_code"
  fi
  exit "$exit_code"
}
