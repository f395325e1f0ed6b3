# Objects that another repository lends.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
commit "add"
git clone -q --shared . "$work/borrower"
cd "$work/borrower"
expect_equal "$(findings audit)" "clerk-secret-key app.py:1"
