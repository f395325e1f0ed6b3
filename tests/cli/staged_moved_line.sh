# An old secret on another line, or with another blank before it, is not new.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\"" 'one'
commit "a key"
write app.py 'zero' 'one' "  key = \"$(clerk_key)\"  # moved"
git add app.py
expect_exit 0 leaksieve staged
expect_silence
