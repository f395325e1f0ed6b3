# Standard input.
. "$(dirname "$0")/lib.sh"

printf 'one\nkey = "%s"\n' "$(clerk_key)" | expect_exit 1 leaksieve stdin
expect_contains clerk-secret-key :2
expect_not_contains "$(clerk_key)"
printf 'nothing\n' | expect_exit 0 leaksieve stdin
expect_exit 0 leaksieve stdin </dev/null
