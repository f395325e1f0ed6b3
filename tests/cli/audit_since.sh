# --since leaves out what came before that day, in files and in commit messages; the
# report tells the life of each secret in words.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key 1)\""
GIT_AUTHOR_DATE=2024-03-01T00:00:00Z commit "message with $(clerk_key 2)"
git rm -q old.py
GIT_AUTHOR_DATE=2025-06-01T00:00:00Z git commit -qm "remove"
write new.py "key = \"$(clerk_key 3)\""
GIT_AUTHOR_DATE=2026-02-01T00:00:00Z commit "message with $(clerk_key 4)"
blob=$(printf 'key = "%s"\n' "$(clerk_key 5)" | git hash-object -w --stdin)
git tag only-here "$blob"
git tag -a -m "tagged $(clerk_key 6)" annotated

expect_exit 1 leaksieve audit
expect_contains "removed from HEAD on 2025-06-01 by" "still in history" " days old" \
  "no rotation recorded" "in HEAD since 2026-02-01" "commit message of" "tag message of" \
  "tagged blob"
expect_equal "$(grep -c 'clerk-secret-key' "$work/out/stdout")" 6
expect_exit 1 leaksieve audit --since 2025-01-01
expect_not_contains old.py:1
expect_equal "$(grep -c 'clerk-secret-key' "$work/out/stdout")" 4
