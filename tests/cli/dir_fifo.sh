# A FIFO is no file: it is not opened, so the scan does not wait for it.
. "$(dirname "$0")/lib.sh"

mkdir plain
mkfifo plain/fifo
write plain/app.py "key = \"$(clerk_key)\""
expect_exit 1 timeout 20 "$program" dir plain
expect_contains plain/app.py:1
