# A baseline that is damaged, in conflict or newer: one sentence, exit 2, nothing let
# pass; and one that merged cleanly with the lines of both sides is read.
. "$(dirname "$0")/lib.sh"

repository
write a.py "KEY = '$(clerk_key 1)'"
commit "old"
expect_exit 0 leaksieve baseline create
commit "baseline"
cp .leaksieve-baseline.jsonl good

for damage in '{"path":"a.py"' '[1]' '{"rule":"x"}' 'nonsense'; do
  { cat good && echo "$damage"; } >.leaksieve-baseline.jsonl
  expect_exit 2 leaksieve audit
  expect_contains ".leaksieve-baseline.jsonl:4" "restore the file"
done
: >.leaksieve-baseline.jsonl
expect_exit 2 leaksieve audit
expect_contains "empty"
{ cat good && echo '<<<<<<< HEAD'; } >.leaksieve-baseline.jsonl
expect_exit 2 leaksieve audit
expect_contains "conflict" "both sides"
sed 's/baseline.1/baseline\/2/' good >.leaksieve-baseline.jsonl
expect_exit 2 leaksieve audit
expect_contains "newer leaksieve"
rm .leaksieve-baseline.jsonl
ln -s good .leaksieve-baseline.jsonl
expect_exit 1 leaksieve audit
rm .leaksieve-baseline.jsonl
expect_exit 2 leaksieve audit --baseline nowhere.jsonl
expect_contains nowhere.jsonl
expect_exit 2 leaksieve baseline update
expect_contains "baseline create"

# Two branches that each make one, with salts of their own, merge by union.
git rm -qf --cached good .leaksieve-baseline.jsonl 2>/dev/null || true
rm -f good
write .gitattributes '*.jsonl merge=union'
git add -A
git commit -qm "no baseline"
git checkout -qb left
write left.py "KEY = '$(clerk_key 2)'"
commit "left"
leaksieve baseline create >/dev/null
commit "left's baseline"
git checkout -q main
write right.py "KEY = '$(clerk_key 3)'"
commit "right"
leaksieve baseline create >/dev/null
commit "right's baseline"
git merge -q left -m merge || fail "it does not merge"
expect_equal "$(grep -c '"salt"' .leaksieve-baseline.jsonl)" 2
expect_exit 0 leaksieve audit
expect_contains "let pass: baseline 3"
