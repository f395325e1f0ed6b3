# A linked worktree has its own index and HEAD.
. "$(dirname "$0")/lib.sh"

repository
git worktree add -q "$work/linked" -b linked
write app.py "key = \"$(clerk_key)\""
git add app.py

cd "$work/linked"
expect_exit 0 leaksieve staged
write linked.py "key = \"$(clerk_key 2)\""
git add linked.py
expect_equal "$(findings staged)" "clerk-secret-key linked.py:1"
