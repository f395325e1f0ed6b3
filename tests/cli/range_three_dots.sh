# A...B, as git takes it: the commits that one side has and the other has not.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write topic.py "key = \"$(clerk_key)\""
commit "topic"
git checkout -q main
write main.py "key = \"$(clerk_key 2)\""
commit "main"
expect_equal "$(findings range main...topic)" "clerk-secret-key main.py:1
clerk-secret-key topic.py:1"
