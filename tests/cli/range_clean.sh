# A range without a secret: exit 0; what BASE has is not of the range.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key)\""
commit "old"
base=$(git rev-parse HEAD)
write app.py 'nothing'
git mv old.py moved.py
commit "new"
expect_exit 0 leaksieve range "$base..HEAD"
expect_exit 0 leaksieve range "HEAD..HEAD"
