# Replace refs and grafts hide nothing: the history is the one that the commits tell.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "a key"
write app.py nothing
commit "gone"
git replace HEAD~1 HEAD~2
mkdir -p .git/info
git rev-parse HEAD >.git/info/grafts
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
git update-ref -d "refs/replace/$(git --no-replace-objects rev-parse HEAD~1 2>/dev/null ||
  git for-each-ref --format='%(refname:lstrip=2)' refs/replace | head -n 1)" 2>/dev/null || :
expect_equal "$(findings range HEAD)" "clerk-secret-key app.py:1"
