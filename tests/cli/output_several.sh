# -o may be repeated, each with its own place.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
expect_exit 1 leaksieve dir plain -o text -o json=one.json -o sarif=two.sarif -o jsonl=/dev/null
expect_contains plain/app.py:1
expect_exit 0 python3 -m json.tool one.json
expect_exit 0 python3 -m json.tool two.sarif
