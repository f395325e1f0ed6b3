# In a range the base's policy counts: whoever edits ignore files, the baseline, comments
# or the workflow to hide a token stays red.
. "$(dirname "$0")/lib.sh"

repository
write old.py "KEY = '$(clerk_key 1)'  # leaksieve:allow -- made up"
write accepted.py "KEY = '$(resend_key 1)'"
write .github/workflows/leaks.yml 'on: pull_request'
commit "old"
expect_exit 0 leaksieve baseline create
commit "baseline"
base=$(git rev-parse HEAD)

# Each way of hiding, alone.
write new.py "KEY = '$(clerk_key 2)'  # leaksieve:allow"
commit "with a comment"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains new.py:1 "silenced by this change: leaksieve:allow on line 1"
expect_exit 0 leaksieve range "$base..HEAD" --trust-head
git reset -q --hard "$base"

write new.py "KEY = '$(resend_key 2)'"
write .gitleaksignore new.py:resend-api-key:1
commit "with an ignore file"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains "silenced by this change: .gitleaksignore:1" \
  "note: .gitleaksignore: this change edits policy"
expect_exit 0 leaksieve range "$base..HEAD" --trust-head
git reset -q --hard "$base"

write new.py "KEY = '$(clerk_key 2)'"
commit "new"
expect_exit 0 leaksieve baseline update
commit "into the baseline"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains "silenced by this change: .leaksieve-baseline.jsonl"
expect_exit 1 leaksieve range "$base..HEAD" --baseline .leaksieve-baseline.jsonl
expect_exit 0 leaksieve range "$base..HEAD" --trust-head
git reset -q --hard "$base"

write new.py "KEY = '$(clerk_key 2)'"
git rm -qf .github/workflows/leaks.yml
commit "without the workflow"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains new.py:1 "note: .github/workflows/leaks.yml: this change edits what runs"
git reset -q --hard "$base"

# An edit of policy that hides nothing is a note, and no failure.
write .gitleaksignore somewhere.py:clerk-secret-key:1
commit "an entry"
expect_exit 0 leaksieve range "$base..HEAD"
expect_contains "note: .gitleaksignore"
expect_exit 0 leaksieve range "$base..HEAD" -o json
expect_contains '"level": "note"' '"complete": true'
git reset -q --hard "$base"

# What the base accepts stays accepted: by its comment in that file, by its baseline.
write old.py 'import os' "KEY = '$(clerk_key 1)'  # leaksieve:allow -- made up" \
  "AGAIN = '$(clerk_key 1)'  # leaksieve:allow"
write accepted.py "KEY = '$(resend_key 1)'" "AGAIN = '$(resend_key 1)'"
commit "edit"
expect_exit 0 leaksieve range "$base..HEAD"
expect_contains "let pass: inline 1, baseline 1"
# But not another secret under the same comment, and not without the comment.
write old.py "KEY = '$(clerk_key 3)'  # leaksieve:allow -- made up"
commit "another"
expect_equal "$(findings range "HEAD^..HEAD")" "clerk-secret-key old.py:1"
git reset -q --hard "$base"
write old.py "KEY = '$(clerk_key 1)'"
commit "the comment is gone"
expect_equal "$(findings range "$base..HEAD")" "clerk-secret-key old.py:1"

# The way out: the entry lands first.
git reset -q --hard "$base"
write new.py "KEY = '$(clerk_key 2)'  # leaksieve:allow"
commit "landed by somebody with the right to"
write new.py "KEY = '$(clerk_key 2)'  # leaksieve:allow" "AGAIN = '$(clerk_key 2)' # leaksieve:allow"
commit "more"
expect_exit 0 leaksieve range "HEAD^..HEAD"
