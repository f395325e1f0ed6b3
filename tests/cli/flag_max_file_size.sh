# A file over --max-file-size was not looked at: exit 3, and its name.
. "$(dirname "$0")/lib.sh"

write plain/big.txt "$(random_alnum 400 1)"
expect_exit 0 leaksieve dir plain
expect_exit 3 leaksieve dir plain --max-file-size 100
expect_contains plain/big.txt
expect_exit 2 leaksieve dir plain --max-file-size nonsense
