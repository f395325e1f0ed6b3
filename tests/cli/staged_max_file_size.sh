# A staged file over --max-file-size was not read: exit 3, and its name.
. "$(dirname "$0")/lib.sh"

repository
write big.txt "$(random_alnum 400 1)"
git add big.txt
expect_exit 3 leaksieve staged --max-file-size 100
expect_contains big.txt
