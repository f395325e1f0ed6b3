#!/bin/sh
# What action.yml runs, in the checkout to be looked at: `leaksieve range` over RANGE, or
# over BASE..HEAD of the event, both all zeros where a branch begins or ends.
# LEAKSIEVE_PROGRAM names a program already built (the tests use it).
set -eu
zero=0000000000000000000000000000000000000000

if [ -z "$RANGE" ]; then
  if [ -z "$BASE" ] || [ -z "$HEAD" ]; then
    echo "leaksieve: this event has no range of commits; set the input \"range\"" >&2
    exit 2
  elif [ "$HEAD" = $zero ]; then
    echo "leaksieve: a branch was deleted; there is nothing to look at"
    exit 0
  fi
  RANGE=$BASE..$HEAD
fi

sarif=${RUNNER_TEMP:-/tmp}/leaksieve.sarif
echo "sarif=$sarif" >>"$GITHUB_OUTPUT"

# A path or a line of the repository must not be taken for a command to the runner.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
status=0
set -f # ARGS is split at blanks, and globs in it are leaksieve's
"${LEAKSIEVE_PROGRAM:-"$(dirname "$0")/../scanner/run"}" range "$RANGE" \
  --fail-on "$FAIL_ON" -o text -o "sarif=$sarif" $ARGS || status=$?
echo "::$token::"
exit "$status"
