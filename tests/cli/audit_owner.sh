# Whom to ask: who CODEOWNERS says owns the file, else who wrote it, by today's name.
. "$(dirname "$0")/lib.sh"

repository
write src/app.py "key = \"$(clerk_key 1)\""
write lib/other.py "key = \"$(clerk_key 2)\""
commit "add"
write .mailmap 'Ada Today <ada@example.net> <ada@example.com>'
write .github/CODEOWNERS '/src/ @example/backend'
commit "owners"
expect_exit 1 leaksieve audit
expect_contains 'ask: @example/backend' 'ask: Ada Today <ada@example.net>'
expect_exit 1 leaksieve audit -o json
expect_contains '"owner": "@example/backend"'
expect_exit 1 leaksieve range HEAD
expect_contains 'ask: @example/backend'
