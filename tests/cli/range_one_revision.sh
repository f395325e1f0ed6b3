# One revision alone: every commit it reaches, as git takes it.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "add"
git rm -q app.py
commit "remove"
expect_equal "$(findings range HEAD)" "clerk-secret-key app.py:1"
