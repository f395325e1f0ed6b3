# A submodule in the index is passed by.
. "$(dirname "$0")/lib.sh"

repository
git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),module"
expect_exit 0 leaksieve staged
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_equal "$(findings staged)" "clerk-secret-key app.py:1"
