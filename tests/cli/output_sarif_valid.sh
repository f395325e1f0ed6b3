# Microsoft's validator, with GitHub's own rules, has nothing to say about our SARIF.
. "$(dirname "$0")/lib.sh"

repository
write app.py "clerk = \"$(clerk_key)\"" "resend = \"$(resend_key)\"" "id = \"$(aws_key_id)\""
write "a folder/ä.py" "SECRET_KEY = '$(django_key)'"
write .env "SESSION_SECRET=$(random_alnum 40 1)"
printf 'key = "%s"\n' "$(clerk_key 2)" >"$(printf 'odd\377\n.py')"
git add -A
git commit -qm "a key in the message: $(clerk_key 3)"
git tag -a v1 -m "and in a tag: $(clerk_key 4)"

expect_exit 1 leaksieve range HEAD -o sarif=range.sarif
expect_exit 1 leaksieve audit -o sarif=audit.sarif
expect_exit 1 leaksieve dir . -o sarif=dir.sarif
expect_exit 0 leaksieve staged -o sarif=clean.sarif
expect_exit 0 sh "$top/tests/report/sarif_validate.sh" ./*.sarif
