# --min-confidence: what is less sure is not shown, and counted.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
expect_exit 0 leaksieve dir plain --min-confidence proven
expect_not_contains app.py
expect_contains "1 more below"
expect_exit 1 leaksieve dir plain --min-confidence low
expect_exit 2 leaksieve dir plain --min-confidence nonsense
expect_contains nonsense proven
