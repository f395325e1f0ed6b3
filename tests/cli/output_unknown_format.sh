# An unknown format: exit 2, before anything is scanned, and the known ones.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
expect_exit 2 leaksieve dir plain -o nonsense
expect_contains nonsense text json sarif
expect_not_contains app.py
