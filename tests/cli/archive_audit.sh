# An audit counts archives, and opens them with --archives: the commit that brought the
# secret is told.
. "$(dirname "$0")/lib.sh"

repository
write key.txt "key: $(clerk_key)"
tar -czf a.tgz key.txt
git add a.tgz
git commit -qm 'add an archive'
git mv a.tgz b.tgz
git commit -qm 'move it'
expect_exit 0 leaksieve audit
expect_contains 'archive (1)'
expect_exit 1 leaksieve audit --archives
expect_contains '!key.txt'
