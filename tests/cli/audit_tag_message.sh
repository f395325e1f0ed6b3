# A secret in the message of an annotated tag.
. "$(dirname "$0")/lib.sh"

repository
git tag -a v1 -m "the key is $(clerk_key)"
expect_exit 1 leaksieve audit
expect_contains clerk-secret-key "tag message"
expect_not_contains "$(clerk_key)"
