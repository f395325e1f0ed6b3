# Colour only where it was asked for: a pipe is no terminal.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
escape=$(printf '\033')
expect_exit 1 leaksieve dir plain
expect_not_contains "$escape"
expect_exit 1 leaksieve dir plain --color always
expect_contains "$escape"
expect_exit 1 leaksieve dir plain --color never
expect_not_contains "$escape"
expect_exit 2 leaksieve dir plain --color sometimes
