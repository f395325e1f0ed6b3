# LEAKSIEVE=0 and SKIP switch the hook off, and it says so.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 0 env LEAKSIEVE=0 "$top/hooks/pre-commit"
expect_contains "switched off"
expect_exit 0 env SKIP=other,leaksieve "$top/hooks/pre-commit"
expect_contains "switched off"
expect_exit 1 env SKIP=leaksieve-not "LEAKSIEVE=$program" "$top/hooks/pre-commit"
