# A commit that only a tag reaches.
. "$(dirname "$0")/lib.sh"

repository
git checkout -q --detach
write app.py "key = \"$(clerk_key)\""
commit "add"
git tag v1
git checkout -q main
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
