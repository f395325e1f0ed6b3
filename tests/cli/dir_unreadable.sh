# An unreadable file is named and the rest is read: exit 3, or 1 with a finding.
. "$(dirname "$0")/lib.sh"

write plain/closed.py 'nothing'
write plain/open.py 'nothing'
cp "$program" program
chmod 000 plain/closed.py
chmod 755 . program
as_user() {
  if [ "$(id -u)" = 0 ]; then
    HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
  else
    "$@"
  fi
}
expect_exit 3 as_user ./program dir plain
expect_contains plain/closed.py

write plain/open.py "key = \"$(clerk_key)\""
expect_exit 1 as_user ./program dir plain
expect_contains plain/open.py:1 plain/closed.py
