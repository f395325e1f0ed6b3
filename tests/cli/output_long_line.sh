# A line of a megabyte, a second secret on it, and no path: reports stay small and readable.
. "$(dirname "$0")/lib.sh"

{
  head -c 600000 /dev/zero | tr '\0' x
  printf ' {"a": "hunter22hunter", "key": "%s"} ' "$(clerk_key)"
  head -c 600000 /dev/zero | tr '\0' y
} >long
expect_exit 1 leaksieve stdin -o text -o html=page.html -o markdown=page.md <long
expect_contains '…key": "sk_live_'
expect_not_contains hunter22
[ "$(wc -c <"$work/out/stdout")" -lt 2000 ] || fail "a long report"
for page in page.html page.md; do
  ! grep -q hunter22 "$page" || fail "$page: a word of the line"
done
