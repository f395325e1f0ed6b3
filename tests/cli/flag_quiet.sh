# --quiet: findings only; and a clean scan says nothing.
. "$(dirname "$0")/lib.sh"

mkdir clean
expect_exit 0 leaksieve dir clean --quiet
expect_silence
write plain/app.py "key = \"$(clerk_key)\""
expect_exit 1 leaksieve dir plain --quiet
expect_contains plain/app.py:1
