# hooks/action.sh for a push: BEFORE and AFTER as they come.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key 2)\""
commit "before"
write app.py "key = \"$(clerk_key)\""
commit "after"

export RUNNER_TEMP="$work" GITHUB_OUTPUT="$work/output" LEAKSIEVE_PROGRAM="$program"
export RANGE= FAIL_ON=medium ARGS=

BASE=$(git rev-parse HEAD~1) HEAD=$(git rev-parse HEAD)
export BASE HEAD
expect_exit 1 "$top/hooks/action.sh"
expect_contains app.py:1
expect_not_contains old.py
RANGE=HEAD~1..HEAD~1 expect_exit 0 "$top/hooks/action.sh"
