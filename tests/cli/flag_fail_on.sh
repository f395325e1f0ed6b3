# --fail-on: a finding below it is shown and does not fail.
. "$(dirname "$0")/lib.sh"

repository
write app.py "id = \"$(aws_key_id)\""
git add app.py
expect_exit 1 leaksieve staged
expect_exit 1 leaksieve staged --fail-on low
expect_exit 0 leaksieve staged --fail-on high
expect_contains app.py:1
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 1 leaksieve staged --fail-on critical
expect_exit 2 leaksieve staged --fail-on nonsense
expect_contains nonsense critical
