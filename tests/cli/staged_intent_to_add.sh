# `git add -N` announces a file; nothing of it is staged.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add -N app.py
expect_exit 0 leaksieve staged
expect_silence
