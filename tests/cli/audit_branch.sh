# A secret that a branch once had is found, whatever is checked out.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write app.py "key = \"$(clerk_key)\""
commit "add"
git rm -q app.py
commit "remove"
git checkout -q main
expect_exit 1 leaksieve audit
expect_contains app.py:1
expect_not_contains "$(clerk_key)"
cd "$work"
expect_equal "$(findings audit repository)" "clerk-secret-key app.py:1"
