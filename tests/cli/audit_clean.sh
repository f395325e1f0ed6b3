# A history without a secret: exit 0.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'nothing'
commit "second"
expect_exit 0 leaksieve audit
expect_exit 0 leaksieve audit .
