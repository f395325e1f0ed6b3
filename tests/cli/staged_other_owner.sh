# A repository of somebody else's is refused, with the setting that allows it. Only root
# can make one.
. "$(dirname "$0")/lib.sh"

[ "$(id -u)" = 0 ] || exit 0
repository
chown -R 65534 .
unset SUDO_UID
expect_exit 2 leaksieve staged
expect_contains safe.directory
