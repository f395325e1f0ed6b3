# A report that cannot be written: exit 2, what and where, and no finding is lost in silence.
. "$(dirname "$0")/lib.sh"

write plain/app.py 'nothing'
mkdir folder
expect_exit 2 leaksieve dir plain -o json=folder
expect_contains folder
expect_exit 2 leaksieve dir plain -o json=no-such-folder/report.json
expect_contains no-such-folder/report.json
expect_exit 2 leaksieve dir plain -o json=/dev/full
expect_contains /dev/full
