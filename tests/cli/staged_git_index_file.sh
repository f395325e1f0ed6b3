# GIT_INDEX_FILE names the index to look at.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
GIT_INDEX_FILE=$PWD/.git/other-index git add app.py
expect_exit 0 leaksieve staged
GIT_INDEX_FILE=$PWD/.git/other-index expect_exit 1 leaksieve staged
expect_contains app.py:1
