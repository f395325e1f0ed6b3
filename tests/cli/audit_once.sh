# A blob that many commits and paths have is reported once.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "add"
write other.py 'nothing'
commit "more"
git branch second
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
