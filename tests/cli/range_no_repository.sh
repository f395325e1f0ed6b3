# Outside a repository: exit 2.
. "$(dirname "$0")/lib.sh"

expect_exit 2 leaksieve range HEAD
expect_contains "no git repository"
