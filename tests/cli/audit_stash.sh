# A secret in a stash, in the worktree part and in the untracked part.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'nothing'
commit "add"
write app.py "key = \"$(clerk_key)\""
write untracked.py "key = \"$(clerk_key 2)\""
git stash -q --include-untracked
expect_equal "$(findings audit)" "clerk-secret-key app.py:1
clerk-secret-key untracked.py:1"
