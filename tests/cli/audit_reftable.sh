# A repository whose refs are a reftable cannot be read: exit 2, and it says so.
. "$(dirname "$0")/lib.sh"

git init -q new
git -C new config core.repositoryFormatVersion 1
git -C new config extensions.refStorage reftable
expect_exit 2 leaksieve audit new
expect_contains reftable "git refs migrate"
