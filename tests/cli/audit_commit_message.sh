# A secret in the message of a commit.
. "$(dirname "$0")/lib.sh"

repository
git commit -q --allow-empty -m "Use the key" -m "It is $(clerk_key)."
expect_exit 1 leaksieve audit
expect_contains clerk-secret-key "commit message" "$(git rev-parse HEAD | cut -c 1-7)"
expect_not_contains "$(clerk_key)"
