# Version 4 of the index stores paths by what differs.
. "$(dirname "$0")/lib.sh"

repository
git update-index --index-version 4
write deep/folder/one.py 'nothing'
write deep/folder/other.py "key = \"$(clerk_key)\""
git add -A
expect_equal "$(findings staged)" "clerk-secret-key deep/folder/other.py:1"
