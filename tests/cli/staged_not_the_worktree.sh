# A secret that is only in the working tree is not staged.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'key = "none"'
git add app.py
write app.py "key = \"$(clerk_key)\""
write untracked.py "key = \"$(clerk_key 2)\""
expect_exit 0 leaksieve staged
expect_silence
