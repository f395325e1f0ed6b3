# A split index: most entries stand in a shared file.
. "$(dirname "$0")/lib.sh"

repository
write one.py 'nothing'
commit "one"
git update-index --split-index
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 0 ls .git/sharedindex.*
expect_equal "$(findings staged)" "clerk-secret-key app.py:1"

write one.py "key = \"$(clerk_key 2)\""
git add one.py
expect_equal "$(findings staged)" "clerk-secret-key app.py:1
clerk-secret-key one.py:1"
