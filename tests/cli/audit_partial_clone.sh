# A partial clone: one sentence says that objects are missing, and how to bring them.
. "$(dirname "$0")/lib.sh"

repository
for number in 1 2 3; do
  write "a$number.txt" "$number"
done
write app.py "key = \"$(clerk_key)\""
commit "files"
git config uploadpack.allowFilter true
git clone -q --no-checkout --filter=blob:none "file://$work/repository" "$work/partial"
cd "$work/partial"
expect_exit 3 leaksieve audit
expect_contains "the clone is partial" "(5 blobs" "git fetch --refetch"
expect_equal "$(grep -c '^error' "$work/out/stdout")" 1
git fetch -q --refetch --no-filter
expect_exit 1 leaksieve audit
expect_contains app.py:1
