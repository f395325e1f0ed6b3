# A secret in a commit that only the second parent of a merge reaches is found once.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write topic.py "key = \"$(clerk_key)\""
commit "topic"
git checkout -q main
write main.py 'nothing'
commit "main"
before=$(git rev-parse HEAD)
git merge -q --no-ff -m "merge" topic
expect_equal "$(findings range "$before..HEAD")" "clerk-secret-key topic.py:1"
