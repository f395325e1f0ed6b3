# Of a pack that was cut off, what is there is scanned; what is lost is named: exit 1 for
# what was found, and INCOMPLETE.
. "$(dirname "$0")/lib.sh"

repository
write a.txt "key = \"$(clerk_key)\""
commit "a key"
git repack -qd
write z.txt "$(random_alnum 3000 1)"
write y.txt "$(random_alnum 3000 2)"
commit "more"
# In this order, so that the last is cut off.
{
  git rev-parse HEAD 'HEAD^{tree}'
  git rev-parse HEAD:y.txt HEAD:z.txt
} | git pack-objects -q .git/objects/pack/pack >name
git prune-packed
rm name
for pack in .git/objects/pack/*.pack; do
  size=$(wc -c <"$pack")
  [ "$size" -lt 3000 ] || { chmod u+w "$pack"; truncate -s -2000 "$pack"; }
done
expect_exit 1 leaksieve audit
expect_contains a.txt:1 "$(sh -c 'git rev-parse HEAD:z.txt 2>/dev/null' || echo z.txt)" \
  "what can still be read" INCOMPLETE
expect_not_contains "y.txt: "
