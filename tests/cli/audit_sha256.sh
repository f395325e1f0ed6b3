# A SHA-256 repository cannot be read: exit 2, and it says so.
. "$(dirname "$0")/lib.sh"

git init -q --object-format=sha256 new
expect_exit 2 leaksieve audit new
expect_contains SHA-256
