# index.skipHash leaves the checksum of the index zero.
. "$(dirname "$0")/lib.sh"

repository
git config index.skipHash true
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_equal "$(findings staged)" "clerk-secret-key app.py:1"
