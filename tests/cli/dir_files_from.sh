# --files-from takes a list of files, from a file or standard input.
. "$(dirname "$0")/lib.sh"

write one.py "key = \"$(clerk_key)\""
write two.py "key = \"$(clerk_key 2)\""
printf 'one.py\n' >list
expect_equal "$(findings dir --files-from list)" "clerk-secret-key one.py:1"
expect_equal "$(printf 'two.py\n' | findings dir --files-from -)" "clerk-secret-key two.py:1"
expect_exit 2 leaksieve dir --files-from no-such-list
expect_contains no-such-list
