# A blob that a tag names and no tree.
. "$(dirname "$0")/lib.sh"

repository
blob=$(printf 'key = "%s"\n' "$(clerk_key)" | git hash-object -w --stdin)
git tag key "$blob"
expect_exit 1 leaksieve audit
expect_contains clerk-secret-key
