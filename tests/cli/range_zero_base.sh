# An all-zero BASE: the commits that no other ref has.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key)\""
commit "old"
git checkout -qb topic
write new.py "key = \"$(clerk_key 2)\""
commit "new"
expect_equal "$(findings range "$zero..topic")" "clerk-secret-key new.py:1"
