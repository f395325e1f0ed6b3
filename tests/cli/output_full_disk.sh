# Standard output on a full disk: exit 2, not a half report and exit 0 or 1.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\""
for format in text json jsonl sarif; do
  status=0
  leaksieve dir plain -o "$format" >/dev/full 2>"$work/out/stderr" || status=$?
  expect_equal "$format $status" "$format 2"
  [ -s "$work/out/stderr" ] || fail "$format: not a word about it"
done
