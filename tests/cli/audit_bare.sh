# A bare repository.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "add"
git clone -q --bare . "$work/bare.git"
cd "$work"
expect_equal "$(findings audit bare.git)" "clerk-secret-key app.py:1"
cd bare.git
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
