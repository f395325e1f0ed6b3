# A new branch that was just fetched or pushed has a remote-tracking ref at its own tip,
# which must not make the range empty.
. "$(dirname "$0")/lib.sh"

repository
git checkout -qb topic
write new.py "key = \"$(clerk_key)\""
commit "new"
git update-ref refs/remotes/origin/main main
git update-ref refs/remotes/origin/topic topic
expect_equal "$(findings range "$zero..$(git rev-parse topic)")" "clerk-secret-key new.py:1"
