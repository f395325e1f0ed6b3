# What one side of a merge dropped before is no rename source of the merge: a secret that
# the merge brings to another path is new.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key)\""
commit "a key"
git checkout -qb topic
git rm -q old.py
write topic.py nothing
commit "gone"
git checkout -q main
write main.py nothing
commit "main"
base=$(git rev-parse HEAD)
git merge -q --no-commit --no-ff topic
write evil.py "key = \"$(clerk_key)\""
git add evil.py
git commit -qm "merge"
expect_equal "$(findings range "$base..HEAD")" "clerk-secret-key evil.py:1"
expect_equal "$(findings audit)" "clerk-secret-key evil.py:1
clerk-secret-key old.py:1"

# But what the merge itself moves is.
git checkout -qb second
write second.py nothing
commit "second"
git checkout -q main
write third.py nothing
commit "third"
base=$(git rev-parse HEAD)
git merge -q --no-commit --no-ff second
git mv evil.py moved.py
git commit -qm "merge that moves"
expect_exit 0 leaksieve range "$base..HEAD"
