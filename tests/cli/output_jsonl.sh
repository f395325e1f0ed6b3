# -o jsonl: the header on the first line, then one finding a line.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\"" "other = \"$(clerk_key 2)\""
expect_exit 1 leaksieve dir plain -o jsonl
expect_equal "$(python3 -c '
import json, sys
header, *findings = [json.loads(line) for line in open(sys.argv[1])]
print(header["schema"], [finding["line"] for finding in findings])' "$work/out/stdout")" \
  "leaksieve/1 [1, 2]"
