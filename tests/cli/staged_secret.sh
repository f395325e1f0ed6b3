# A staged secret: exit 1, where it stands, and the secret redacted.
. "$(dirname "$0")/lib.sh"

repository
key=$(clerk_key)
write app/settings.py 'import os' '' "CLERK_SECRET_KEY = \"$key\""
git add -A
expect_exit 1 leaksieve staged
expect_contains app/settings.py:3 clerk-secret-key "sk_live_…$(last_four "$key")"
expect_not_contains "$key"
expect_equal "$(findings staged)" "clerk-secret-key app/settings.py:3"
