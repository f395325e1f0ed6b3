# In a merge what either parent has is not new; what the resolution brings is.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write topic.py "key = \"$(clerk_key)\""
commit "topic"
git checkout -q main
write main.py 'nothing'
commit "main"
git merge -q --no-commit --no-ff topic
expect_exit 0 leaksieve staged

write resolution.py "key = \"$(clerk_key 2)\""
git add resolution.py
expect_equal "$(findings staged)" "clerk-secret-key resolution.py:1"
