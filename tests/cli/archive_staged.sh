# An archive introduces what no member of the one that it replaces held.
. "$(dirname "$0")/lib.sh"

repository
write old.txt "key: $(clerk_key 1)"
write new.txt "key: $(clerk_key 2)"
tar -czf a.tgz old.txt
git add a.tgz
git commit -qm 'add an archive'
tar -czf a.tgz new.txt old.txt
git add a.tgz
expect_exit 1 leaksieve staged
expect_contains 'a.tgz!new.txt'
expect_not_contains 'a.tgz!old.txt'
