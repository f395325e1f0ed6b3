# A commit that only a detached HEAD reaches.
. "$(dirname "$0")/lib.sh"

repository
git checkout -q --detach
write app.py "key = \"$(clerk_key)\""
commit "add"
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
