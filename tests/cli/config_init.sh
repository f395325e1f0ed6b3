# `config init` shows and writes a configuration with a salt, and accepts what is there;
# `fingerprint` prints the entry that turns an author's false positive green.
. "$(dirname "$0")/lib.sh"

repository
write old.py "KEY = '$(clerk_key 1)'"
commit "old"
expect_exit 0 leaksieve config init --dry-run
expect_contains 'salt = "' .leaksieve.toml
[ ! -e .leaksieve.toml ] || fail "written by a dry run"
expect_exit 0 leaksieve config init --baseline
expect_contains 'salt = "' "1 finding accepted"
grep -q 'salt = "[0-9a-f]\{64\}"' .leaksieve.toml || fail "no salt"
! grep -q '"key"' .leaksieve-baseline.jsonl || fail "a salt of its own"
expect_exit 2 leaksieve config init
expect_contains "is there already"
expect_exit 0 leaksieve config check
expect_contains ".leaksieve-baseline.jsonl: 1 finding is accepted"
commit "adopt"
expect_exit 0 leaksieve audit

# A false positive: the entry that fingerprint prints accepts it, where it is and no other.
write new.py 'import os' "KEY = '$(resend_key)'"
git add -A
expect_exit 1 leaksieve staged
expect_exit 2 leaksieve fingerprint new.py:1
expect_contains "nothing is found at new.py:1"
leaksieve fingerprint new.py:2 >entry || fail "no entry"
grep -q '^fingerprint = "[0-9a-f]\{64\}"$' entry || fail "no fingerprint in it"
grep -qx 'paths = \["new.py"\]' entry || fail "no path in it"
cat entry >>.leaksieve.toml
rm entry
git add -A
expect_exit 0 leaksieve staged
expect_contains "let pass: ignore 1"
expect_exit 0 leaksieve config check
expect_contains ".leaksieve.toml: 1 finding is accepted"
expect_exit 1 leaksieve staged --no-repo-config
base=$(git rev-parse HEAD)
commit "with its entry"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains "silenced by this change: .leaksieve.toml:" \
  "note: .leaksieve.toml: this change edits policy"
expect_exit 0 leaksieve range "$base..HEAD" --trust-head
write new.py 'import os' "KEY = '$(resend_key 2)'"
git add -A
expect_exit 1 leaksieve staged

# A day that has passed, and a rotation that is recorded.
write new.py 'import os' "KEY = '$(resend_key)'"
sed 's/^reason.*/reason = "x"\nexpires = 2026-01-31\nrotated = 2026-02-01/' .leaksieve.toml >x
mv x .leaksieve.toml
expect_exit 1 leaksieve dir .
expect_contains "ended on 2026-01-31"
expect_exit 0 leaksieve config check
expect_contains "ended on 2026-01-31"
commit "rotated"
expect_exit 1 leaksieve audit
expect_contains "rotation recorded on 2026-02-01"
expect_exit 1 leaksieve audit -o json
expect_contains '"rotated": "2026-02-01"'

# The period of a rule.
write .leaksieve.toml '[rotate_after]' 'resend-api-key = 36500'
expect_exit 1 leaksieve audit
expect_contains "rotate by 2125-" "due 2026-04-02"

# Without the salt nothing is recognised, which is said, and nothing counts as gone.
expect_contains "1 accepted finding cannot be recognised"
expect_not_contains "gone since"
expect_exit 0 leaksieve baseline prune
expect_contains "1 finding accepted" "0 gone"
