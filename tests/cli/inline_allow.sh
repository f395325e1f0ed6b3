# Comments that let a finding pass: counted, shown if asked for, without effect by flag.
. "$(dirname "$0")/lib.sh"

repository
key=$(clerk_key)
write app.py "KEY = '$key'  # leaksieve:allow clerk-secret-key -- made up" \
  '# leaksieve:allow' "OTHER = '$(clerk_key 2)'" \
  "THIRD = '$(resend_key)'  # gitleaks:allow"
git add -A
expect_exit 0 leaksieve staged
expect_contains "let pass: inline 3"
expect_exit 0 leaksieve staged -o json
expect_contains '"inline": 3'
expect_not_contains '"rule"'
expect_exit 0 leaksieve staged --show-suppressed
expect_contains "leaksieve:allow on line 1: made up" "gitleaks:allow on line 4"
expect_not_contains "$key"
expect_exit 0 leaksieve staged --show-suppressed -o sarif
expect_contains '"inSource"' "made up"
expect_exit 1 leaksieve staged --no-inline-allow
expect_equal "$(findings staged --no-inline-allow)" \
  "clerk-secret-key app.py:1
clerk-secret-key app.py:3
resend-api-key app.py:4"

# Another rule, a day that has passed: they do not count, and the finding says why.
write app.py "KEY = '$key'  # leaksieve:allow resend-api-key"
git add -A
expect_exit 1 leaksieve staged
expect_contains "leaksieve:allow on line 1 names other rules"
write app.py "KEY = '$key'  # leaksieve:allow until=2026-01-31"
git add -A
expect_exit 1 leaksieve staged
expect_contains "leaksieve:allow on line 1 ended on 2026-01-31"

# To remove the comment introduces what it let pass; to add one introduces nothing.
write app.py "KEY = '$key'  # leaksieve:allow"
commit "with a comment"
write app.py "KEY = '$key'"
git add -A
expect_exit 1 leaksieve staged
git commit -qm "without"
write app.py "KEY = '$key'  # leaksieve:allow"
git add -A
expect_exit 0 leaksieve staged
expect_silence

# An audit goes by what HEAD's version says now.
expect_exit 1 leaksieve audit
commit "with it again"
expect_exit 0 leaksieve audit
expect_contains "let pass: inline 1"
write app.py "KEY = '$key'"
commit "without it again"
expect_exit 1 leaksieve audit
