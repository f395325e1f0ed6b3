# A repository without a commit: exit 0.
. "$(dirname "$0")/lib.sh"

git init -q -b main empty
expect_exit 0 leaksieve audit empty
