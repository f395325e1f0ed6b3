# Read by every script here: an empty folder to work in, repositories with fixed names and
# dates, made-up tokens, and words for what is expected. A script fails where a command
# fails. LEAKSIEVE_PROGRAM names the program; else it is the one that ctest built, or, in a
# script run by hand, the one of the preset dev.

set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
program=${LEAKSIEVE_PROGRAM:-${LEAKSIEVE_DEFAULT_PROGRAM:-$top/build/dev/scanner/leaksieve}}
case $program in
  /*) ;;
  *) program=$PWD/$program ;;
esac
[ -x "$program" ] || {
  echo "no program at $program" >&2
  exit 1
}

# Nothing of the user's own settings, or of a hook that runs the tests, has a say.
unset $(git rev-parse --local-env-vars) PRE_COMMIT SKIP LEAKSIEVE NO_COLOR CLICOLOR_FORCE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/out"
export HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config"
export XDG_CACHE_HOME="$work/home/.cache" LC_ALL=C TZ=UTC
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com
export GIT_AUTHOR_DATE=2026-01-02T03:04:05Z GIT_COMMITTER_DATE=2026-01-02T03:04:05Z
zero=0000000000000000000000000000000000000000
cd "$work"

leaksieve() {
  "$program" "$@"
}

# --- What is expected -------------------------------------------------------------------

fail() {
  echo "FAILED: $*" >&2
  for stream in stdout stderr; do
    [ ! -s "$work/out/$stream" ] || sed "s/^/  $stream: /" "$work/out/$stream" >&2
  done
  exit 1
}

# expect_exit CODE COMMAND...
expect_exit() {
  expected=$1
  shift
  status=0
  "$@" >"$work/out/stdout" 2>"$work/out/stderr" || status=$?
  [ "$status" = "$expected" ] || fail "exit $status instead of $expected: $*"
}

# The next ones look at both outputs of the last expect_exit.
printed() {
  cat "$work/out/stdout" "$work/out/stderr" | grep -qF -e "$1"
}

expect_contains() {
  for text; do
    printed "$text" || fail "not in the output: $text"
  done
}

expect_not_contains() {
  for text; do
    ! printed "$text" || fail "in the output: $text"
  done
}

expect_silence() {
  [ ! -s "$work/out/stdout" ] && [ ! -s "$work/out/stderr" ] || fail "not silent"
}

# expect_equal GOT EXPECTED
expect_equal() {
  [ "$1" = "$2" ] || fail "got:
$1
expected:
$2"
}

# findings ARGS: what `leaksieve ARGS` finds, sorted, one "rule path:line" a line.
findings() {
  leaksieve "$@" -o json >"$work/out/json" || [ $? = 1 ] || fail "leaksieve $*"
  python3 -c '
import json, sys
for finding in json.load(open(sys.argv[1]))["findings"]:
    print(finding["rule"], "%s:%s" % (finding.get("path", ""), finding.get("line", "")))
' "$work/out/json" | sort
}

# --- Repositories -----------------------------------------------------------------------

# write PATH LINE...
write() {
  path=$1
  shift
  mkdir -p "$(dirname "$path")"
  printf '%s\n' "$@" >"$path"
}

# commit MESSAGE: everything in the folder.
commit() {
  git add -A
  git commit -qm "$1"
}

# repository [NAME]: makes one with a first commit and goes there.
repository() {
  git init -q -b main "$work/${1:-repository}"
  cd "$work/${1:-repository}"
  write README "nothing to see"
  commit "first"
}

# --- Made-up tokens: no complete one stands in a file -----------------------------------

# random ALPHABET LENGTH SEED: the same text on every machine.
random() {
  awk -v alphabet="$1" -v length_="$2" -v seed="$3" 'BEGIN {
    x = seed * 7919 + 12345
    for (i = -20; i < length_; i++) {
      x = (x * 16807) % 2147483647
      if (i >= 0) printf "%s", substr(alphabet, int(x / 2147483647 * length(alphabet)) + 1, 1)
    }
  }'
}

upper=ABCDEFGHIJKLMNOPQRSTUVWXYZ
lower=abcdefghijklmnopqrstuvwxyz
digits=0123456789

random_alnum() {
  random "$digits$upper$lower" "$1" "$2"
}

# Each of these takes a seed; without one it is 1.
clerk_key() {
  printf 'sk_live_%s' "$(random_alnum 42 "${1:-1}")"
}
resend_key() {
  printf 're_%s_%s' "$(random_alnum 8 "${1:-1}")" "$(random_alnum 24 "${1:-1}7")"
}
# The fifth letter keeps the account id inside in twelve digits.
aws_key_id() {
  printf 'AKIA%s%s' Q "$(random "${upper}234567" 15 "${1:-1}")"
}
aws_secret_key() {
  random "$digits$upper$lower/+" 40 "${1:-1}"
}
django_key() {
  random "$lower$digits!@#\$%^&*(-_=+)" 50 "${1:-1}"
}

# last_four TEXT: what a report shows of the end of a long token.
last_four() {
  printf %s "$1" | tail -c 4
}
