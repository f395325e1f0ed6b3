# hooks/action.sh for the first push of a branch, with the refs that actions/checkout makes;
# and for the deletion of one.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write app.py "key = \"$(clerk_key)\""
commit "add"
git clone -q --no-local . "$work/checkout"
cd "$work/checkout"

export RUNNER_TEMP="$work" GITHUB_OUTPUT="$work/output" LEAKSIEVE_PROGRAM="$program"
export RANGE= FAIL_ON=medium ARGS=

BASE=$zero HEAD=$(git rev-parse HEAD)
export BASE HEAD
expect_exit 1 "$top/hooks/action.sh"
expect_contains app.py:1

BASE=$(git rev-parse HEAD) HEAD=$zero
expect_exit 0 "$top/hooks/action.sh"
expect_contains deleted
