# A secret that is staged counts, whatever became of the file afterwards.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
write gone.py "key = \"$(clerk_key 2)\""
git add -A
write app.py 'key = "none"'
rm gone.py
expect_equal "$(findings staged)" "clerk-secret-key app.py:1
clerk-secret-key gone.py:1"
