# What is no regular file is written to, not replaced.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
expect_exit 1 leaksieve dir plain -o json=/dev/null
[ -c /dev/null ] || fail "/dev/null was replaced"

mkfifo fifo
cat fifo >from-fifo &
expect_exit 1 leaksieve dir plain -o json=fifo
wait
expect_exit 0 python3 -m json.tool from-fifo
[ -p fifo ] || fail "the FIFO was replaced"
