# A sparse index: whole folders stand in it as trees.
. "$(dirname "$0")/lib.sh"

repository
write kept/one.py 'nothing'
write left/two.py "old = \"$(clerk_key 3)\""
commit "folders"
git sparse-checkout init --cone --sparse-index
git sparse-checkout set kept
expect_exit 0 git ls-files --sparse
expect_contains left/
expect_exit 0 leaksieve staged

write kept/app.py "key = \"$(clerk_key)\""
git add kept/app.py
expect_equal "$(findings staged)" "clerk-secret-key kept/app.py:1"
