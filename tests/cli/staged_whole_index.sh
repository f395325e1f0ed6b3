# `pre-commit run --all-files` has nothing staged: the whole index is looked at. Without
# PRE_COMMIT, or with something staged, only what is new is.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "a key"
expect_exit 0 leaksieve staged
PRE_COMMIT=1 expect_exit 1 leaksieve staged
expect_contains app.py:1

write other.py 'nothing'
git add other.py
PRE_COMMIT=1 expect_exit 0 leaksieve staged
