# A secret is found between bytes that are no text.
. "$(dirname "$0")/lib.sh"

mkdir plain
printf '\000\001\377"%s"\000' "$(clerk_key)" >plain/blob.bin
expect_exit 1 leaksieve dir plain
expect_contains plain/blob.bin
