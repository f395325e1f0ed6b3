# --report-only shows findings and exits 0.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 0 leaksieve staged --report-only
expect_contains app.py:1
