# A path that is not there: exit 2 and its name.
. "$(dirname "$0")/lib.sh"

expect_exit 2 leaksieve dir no-such-path
expect_contains no-such-path
