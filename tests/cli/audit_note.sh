# A secret in a note.
. "$(dirname "$0")/lib.sh"

repository
git notes add -m "the key is $(clerk_key)"
expect_exit 1 leaksieve audit
expect_contains clerk-secret-key note
expect_not_contains "$(clerk_key)"
