# Two reports to one file, under whatever names: refused, before anything is written.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
write old.json "what was there"
ln -s old.json link.json
expect_exit 2 leaksieve dir plain -o json=report.json -o csv=report.json
expect_contains report.json
expect_exit 2 leaksieve dir plain -o json=report.json -o csv=./plain/../report.json
expect_exit 2 leaksieve dir plain -o json=old.json -o csv=link.json
expect_exit 2 leaksieve dir plain -o json=report.json --rotation-plan "$PWD/report.json"
expect_equal "$(cat old.json)" "what was there"
[ ! -e report.json ] || fail "a report was written"
expect_exit 2 leaksieve dir plain -o text -o csv
expect_contains "standard output"
