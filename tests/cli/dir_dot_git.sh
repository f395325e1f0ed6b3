# The repository itself is no file of the worktree.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'nothing'
printf 'key = "%s"\n' "$(clerk_key)" >.git/description
expect_exit 0 leaksieve dir .
