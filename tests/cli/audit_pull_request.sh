# A commit that only refs/pull reaches.
. "$(dirname "$0")/lib.sh"

repository
git checkout -q --detach
write app.py "key = \"$(clerk_key)\""
commit "add"
git update-ref refs/pull/1/head HEAD
git checkout -q main
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
