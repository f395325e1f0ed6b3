# A repository with old findings adopts the gate: what is there is accepted, the next
# commit is judged by what it adds, and the baseline shrinks with the repository.
. "$(dirname "$0")/lib.sh"

repository
for i in 1 2 3 4 5 6; do
  write "old/$i.py" "KEY = '$(clerk_key "$i")'"
done
commit "old"
write .env "RESEND_API_KEY=$(resend_key)"
commit "an environment file"
expect_exit 1 leaksieve audit

expect_exit 0 leaksieve baseline create
expect_contains "8 findings accepted" .leaksieve-baseline.jsonl
for i in 1 2 3 4 5 6; do
  ! grep -qF "$(clerk_key "$i" | cut -c9-)" .leaksieve-baseline.jsonl || fail "a secret in it"
done
! grep -qF "$(last_four "$(clerk_key)")" .leaksieve-baseline.jsonl || fail "a part of it"
expect_equal "$(grep -c '"fingerprint"' .leaksieve-baseline.jsonl)" 8
expect_exit 2 leaksieve baseline create
expect_contains "is there already"
commit "adopt the gate"
base=$(git rev-parse HEAD)
expect_exit 0 leaksieve audit
expect_contains "let pass: baseline 8"
expect_exit 0 leaksieve dir .
expect_contains "let pass: baseline 8"
(cd old && expect_exit 0 leaksieve dir "$PWD/1.py" ../.env)
expect_exit 0 leaksieve audit -o json
expect_contains '"baseline": 8'

# The same secret in the same file is accepted, elsewhere it has spread.
write old/1.py "# moved down" "KEY = '$(clerk_key 1)'" "AGAIN = '$(clerk_key 1)'"
write copy.py "KEY = '$(clerk_key 1)'"
git add -A
expect_exit 1 leaksieve staged
expect_contains copy.py:1 "known secret, spread from old/1.py" "let pass: baseline 1"
expect_not_contains old/1.py:3
git rm -qf copy.py

# A new one fails, in the index and in a range.
write new.py "KEY = '$(clerk_key 9)'"
git add -A
expect_equal "$(findings staged)" "clerk-secret-key new.py:1"
commit "new"
expect_equal "$(findings range "$base..HEAD")" "clerk-secret-key new.py:1"

# update takes it in; a second update changes nothing, and entries keep their fingerprint.
cp .leaksieve-baseline.jsonl before
expect_exit 0 leaksieve baseline update
expect_contains "9 findings accepted" "1 added, 0 gone" new.py
cp .leaksieve-baseline.jsonl after
expect_equal "$(grep -vxFf after before || true)" ""
expect_exit 0 leaksieve baseline update
cmp .leaksieve-baseline.jsonl after || fail "an update without a change changes the file"
expect_exit 0 leaksieve baseline show
expect_contains "9 findings accepted" "clerk-secret-key" "old/3.py"

# A moved file follows in a folder, where nothing tells of the move.
rm before after
git mv old/2.py old/two.py
expect_exit 0 leaksieve dir .

# What a rewritten history has no more is gone: said, listed, taken out.
git checkout -q --orphan clean
git rm -rqf old .env
git add -A
git commit -qm "without a history"
git branch -qD main
git reflog expire --expire=now --all
expect_exit 0 leaksieve audit
expect_contains "gone since the baseline: 8"
expect_exit 0 leaksieve baseline prune
expect_contains "1 finding accepted" "8 gone" "old/5.py"
expect_exit 0 leaksieve audit
expect_not_contains "gone since"
