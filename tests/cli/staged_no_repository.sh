# Outside a repository: exit 2 and why, never "clean".
. "$(dirname "$0")/lib.sh"

mkdir plain
cd plain
expect_exit 2 leaksieve staged
expect_contains "no git repository"
