# -o json and -o json=FILE are valid JSON with the fields that scripts rely on.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
expect_exit 1 leaksieve dir plain -o json
expect_contains '"leaksieve/1"' '"findings"' '"suppressed"' '"diagnostics"'
python3 -m json.tool "$work/out/stdout" /dev/null
expect_exit 1 leaksieve dir plain -o json=report.json
expect_silence
expect_exit 0 python3 -m json.tool report.json
expect_equal "$(ls -a)" "$(printf '%s\n' . .. home out plain report.json)"
