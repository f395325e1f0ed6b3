# --summary counts the findings of each rule and names none.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
write plain/copy.py "key = \"$(clerk_key)\""
expect_exit 1 leaksieve dir plain --summary
expect_contains 'critical      2 clerk-secret-key                 1 secret' '2 findings'
expect_not_contains app.py
