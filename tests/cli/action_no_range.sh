# hooks/action.sh for an event without commits: fails, and names the input to set.
. "$(dirname "$0")/lib.sh"

repository

export RUNNER_TEMP="$work" GITHUB_OUTPUT="$work/output" LEAKSIEVE_PROGRAM="$program"
export RANGE= FAIL_ON=medium ARGS=

export BASE= HEAD=
expect_exit 2 "$top/hooks/action.sh"
expect_contains range
