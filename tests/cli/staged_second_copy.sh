# A second copy of an old secret is new, in the file or in another one.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "a key"
cp app.py copy.py
git add copy.py
expect_equal "$(findings staged)" "clerk-secret-key copy.py:1"

git rm -q --cached copy.py
write app.py "key = \"$(clerk_key)\"" "again = \"$(clerk_key)\""
git add app.py
expect_exit 1 leaksieve staged
expect_contains app.py:
