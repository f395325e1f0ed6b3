# A folder that is no repository, and a path that is not there: exit 2.
. "$(dirname "$0")/lib.sh"

mkdir plain
expect_exit 2 leaksieve audit plain
expect_contains plain
expect_exit 2 leaksieve audit no-such-folder
expect_contains no-such-folder
