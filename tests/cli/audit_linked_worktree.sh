# From a linked worktree the whole repository is audited.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "add"
git worktree add -q "$work/linked" HEAD~1
cd "$work/linked"
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
