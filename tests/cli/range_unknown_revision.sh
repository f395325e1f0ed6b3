# A revision that is not there: exit 2 and its name.
. "$(dirname "$0")/lib.sh"

repository
expect_exit 2 leaksieve range no-such-branch..HEAD
expect_contains no-such-branch
expect_exit 2 leaksieve range HEAD..no-such-branch
expect_contains no-such-branch
