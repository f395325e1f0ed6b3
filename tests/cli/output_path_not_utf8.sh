# A path that is not UTF-8 is percent-encoded, and the JSON is valid.
. "$(dirname "$0")/lib.sh"

repository
printf 'key = "%s"\n' "$(clerk_key)" >"$(printf 'a\377b.py')"
git add -A
expect_exit 1 leaksieve staged -o json=report.json
expect_equal "$(python3 -c '
import json, sys
finding, = json.load(open(sys.argv[1], encoding="utf-8"))["findings"]
print(finding["path"], finding["path_encoding"])' report.json)" "a%FFb.py percent"
