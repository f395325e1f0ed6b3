# No format has a secret in it, and every format has all of them with --show-secrets.
. "$(dirname "$0")/lib.sh"

repository
aws_id=$(aws_key_id)
write app.py "clerk = \"$(clerk_key)\"" "resend = \"$(resend_key)\""
write aws.py "aws_access_key_id = \"$aws_id\"" "aws_secret_access_key = \"$(aws_secret_key)\""
write urls.py "url = \"postgres://app:$(random_alnum 20 4)@db.shop.io/app\""
write settings.py "SECRET_KEY = '$(django_key)'"
git add -A
expect_equal "$(findings staged | sed 's/.* //; s/:.*//' | sort -u | tr '\n' ' ')" \
  "app.py aws.py settings.py urls.py "
for format in text json jsonl sarif; do
  expect_exit 1 leaksieve staged -o "$format"
  expect_not_contains "$(clerk_key)" "$(resend_key)" "$(aws_secret_key)" \
    "$(random_alnum 20 4)" "$(django_key)"
  expect_contains "$aws_id" "$(last_four "$(clerk_key)")"
  expect_exit 1 leaksieve staged -o "$format" --show-secrets
  expect_contains "$(clerk_key)" "$(resend_key)" "$(random_alnum 20 4)"
done
