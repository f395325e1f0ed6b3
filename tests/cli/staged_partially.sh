# Of a file staged in part, the staged part counts, with its own line numbers.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'one' "key = \"$(clerk_key)\""
git add app.py
write app.py 'zero' 'one' "key = \"$(clerk_key)\"" "other = \"$(clerk_key 2)\""
expect_equal "$(findings staged)" "clerk-secret-key app.py:2"
