# A secret added in one commit and removed in the next is found.
. "$(dirname "$0")/lib.sh"

repository
base=$(git rev-parse HEAD)
write app.py "key = \"$(clerk_key)\""
commit "add"
added=$(git rev-parse HEAD)
write app.py 'key = "none"'
commit "remove"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains app.py:1 "$(printf %.7s "$added")"
expect_not_contains "$(clerk_key)"
