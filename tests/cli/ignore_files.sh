# .gitleaksignore and .betterleaksignore, with rules as gitleaks calls them; what they
# name by a place lets nothing new pass there.
. "$(dirname "$0")/lib.sh"

repository
write app.py "KEY = '$(resend_key)'"
write sub/app.py "KEY = '$(resend_key 2)'"
commit "old"
write .gitleaksignore '# comment' '' app.py:resend-api-key:1
write .betterleaksignore 'sub\app.py:resend-api-key:1'
expect_exit 0 leaksieve dir .
expect_contains "let pass: ignore 2"
expect_exit 0 leaksieve dir . --show-suppressed
expect_contains ".gitleaksignore:3" ".betterleaksignore:1"
expect_exit 1 leaksieve dir . --no-repo-config
expect_exit 0 leaksieve audit
write .betterleaksignore "$(git rev-parse HEAD):sub/app.py:resend-api-key:1"
expect_exit 0 leaksieve audit
write .betterleaksignore "$zero:sub/app.py:resend-api-key:1"
expect_exit 1 leaksieve audit
expect_contains "1 ignore entry does match nothing" ".betterleaksignore:1"
rm .betterleaksignore
write .gitleaksignore app.py:resend-api-key:1 sub/app.py:stripe-access-token:1 nonsense
expect_exit 1 leaksieve dir .
expect_contains sub/app.py:1 "the first is line 3"

# A commit that comes with its entry passes; a new secret on a line that an old entry
# names does not.
write .gitleaksignore app.py:resend-api-key:1
commit "with the entry"
base=$(git rev-parse HEAD)
write new.py "KEY = '$(resend_key 3)'"
write .gitleaksignore app.py:resend-api-key:1 new.py:resend-api-key:1
git add -A
expect_exit 0 leaksieve staged
commit "new"
write app.py "KEY = '$(resend_key 4)'"
git add -A
expect_exit 1 leaksieve staged
expect_contains app.py:1
commit "another"
expect_equal "$(findings range "$base..HEAD")" "resend-api-key app.py:1
resend-api-key new.py:1"
