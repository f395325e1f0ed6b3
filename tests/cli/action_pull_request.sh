# hooks/action.sh for a pull request: BASE is the tip of the target, HEAD of the branch; the
# checkout is their merge.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write app.py "key = \"$(clerk_key)\""
commit "add"
git rm -q app.py
commit "remove"
git checkout -q main
write old.py "key = \"$(clerk_key 2)\""
commit "the target goes on"
git checkout -q --detach
git merge -q --no-ff -m "merge" topic

export RUNNER_TEMP="$work" GITHUB_OUTPUT="$work/output" LEAKSIEVE_PROGRAM="$program"
export RANGE= FAIL_ON=medium ARGS=

BASE=$(git rev-parse main) HEAD=$(git rev-parse topic)
export BASE HEAD
expect_exit 1 "$top/hooks/action.sh"
expect_contains app.py:1
expect_not_contains old.py "$(clerk_key)"
expect_equal "$(cat "$work/output")" "sarif=$work/leaksieve.sarif"
expect_exit 0 python3 -m json.tool "$work/leaksieve.sarif"

ARGS='--exclude *.py --report-only' expect_exit 0 "$top/hooks/action.sh"
expect_not_contains app.py:1
