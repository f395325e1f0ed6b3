# From a sub-directory the whole index is looked at.
. "$(dirname "$0")/lib.sh"

repository
write top.py "key = \"$(clerk_key)\""
write sub/inner.py 'nothing'
git add -A
cd sub
expect_exit 1 leaksieve staged
expect_contains top.py:1
