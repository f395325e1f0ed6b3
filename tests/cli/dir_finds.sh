# Files on disk, with or without git.
. "$(dirname "$0")/lib.sh"

write plain/deep/app.py "key = \"$(clerk_key)\""
write plain/other.py 'nothing'
expect_exit 1 leaksieve dir plain
expect_contains plain/deep/app.py:1
expect_not_contains "$(clerk_key)"
expect_exit 1 leaksieve dir plain/other.py plain/deep/app.py
expect_exit 0 leaksieve dir plain/other.py
