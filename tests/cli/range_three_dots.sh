# A...B has the commits of B that A has not.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write topic.py "key = \"$(clerk_key)\""
commit "topic"
git checkout -q main
write main.py 'nothing'
commit "main"
expect_equal "$(findings range main...topic)" "clerk-secret-key topic.py:1"
