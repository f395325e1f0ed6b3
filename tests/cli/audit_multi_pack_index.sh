# A repository with a multi-pack-index is read right, with or without the packs' own
# indexes.
. "$(dirname "$0")/lib.sh"

repository
for number in 1 2 3; do
  write app.py "number = $number" "$(random_alnum 2000 9)" "key = \"$(clerk_key $number)\""
  commit "commit $number"
  git repack -qd
done
expected=$(findings audit)
expect_equal "$(printf '%s\n' "$expected" | wc -l | tr -d ' ')" 3
git multi-pack-index write
expect_equal "$(findings audit)" "$expected"
expect_equal "$(findings audit --engine libgit2)" "$expected"
rm -f .git/objects/pack/*.idx
expect_equal "$(findings audit)" "$expected"
expect_equal "$(findings audit -j2 --all-objects)" "$expected"
rm .git/objects/pack/multi-pack-index
expect_exit 3 leaksieve audit
expect_contains "no index" "git index-pack"
