# A secret that only the resolution of a merge brings is found.
. "$(dirname "$0")/lib.sh"

repository
base=$(git rev-parse HEAD)
git checkout -qb topic
write topic.py 'nothing'
commit "topic"
git checkout -q main
write main.py 'nothing'
commit "main"
git merge -q --no-commit --no-ff topic
write evil.py "key = \"$(clerk_key)\""
git add evil.py
git commit -qm "merge"
expect_equal "$(findings range "$base..HEAD")" "clerk-secret-key evil.py:1"
