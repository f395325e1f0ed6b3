# A ref to an object that is not there is named, everything else is audited.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "a key"
echo 1234567890123456789012345678901234567890 >.git/refs/heads/gone
expect_exit 1 leaksieve audit
expect_contains app.py:1 refs/heads/gone 1234567890123456789012345678901234567890 INCOMPLETE
