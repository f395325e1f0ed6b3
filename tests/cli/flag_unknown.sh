# Wrong arguments: exit 2 and the word that was not understood.
. "$(dirname "$0")/lib.sh"

expect_exit 2 leaksieve dir . --no-such-flag
expect_contains --no-such-flag
expect_exit 2 leaksieve no-such-command
expect_contains no-such-command
expect_exit 2 leaksieve dir
expect_exit 2 leaksieve range
