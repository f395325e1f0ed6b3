# Every format of --help, in a real scan: written whole, exit 1, no secret in it; and on a
# full disk exit 2 and a word about it.
. "$(dirname "$0")/lib.sh"

write plain/app.py "key = \"$(clerk_key)\"" "also = \"$(resend_key)\""
hidden=$(clerk_key | cut -c 12-40)
formats=$(leaksieve dir --help | tr -d '\n' | sed 's/  */ /g; s/.*Write a report: \([^;]*\);.*/\1/; s/,//g')
case $formats in
  *gitlab-codequality*html* | *html*gitlab-codequality*) ;;
  *) fail "no list of formats: $formats" ;;
esac
for format in $formats; do
  expect_exit 1 leaksieve dir plain -o "$format=report"
  [ -s report ] || fail "$format: empty"
  ! grep -qF "$hidden" report || fail "$format: the secret is in it"
  grep -q app.py report || grep -q 'app&#46;py' report || fail "$format: no path in it"
  cp report before
  status=0
  leaksieve dir plain -o "$format" >/dev/full 2>"$work/out/stderr" || status=$?
  expect_equal "$format $status" "$format 2"
  [ -s "$work/out/stderr" ] || fail "$format: not a word about it"
done
