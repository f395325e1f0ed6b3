# Before the first commit everything in the index is new.
. "$(dirname "$0")/lib.sh"

git init -q -b main repository
cd repository
expect_exit 0 leaksieve staged
expect_silence

write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 1 leaksieve staged
expect_contains app.py:1
