# --verify-objects names an object whose content is another's, in a pack and loose.
. "$(dirname "$0")/lib.sh"

repository
PYTHONPATH=$top/tests/cli PYTHONDONTWRITEBYTECODE=1 python3 - >ids <<'END'
from make_pack import *
pack = Pack()
blob = pack.object("blob", b"a lie\n", b"\x11" * 20)
root = pack.object("tree", tree(("a.txt", blob)))
head = pack.object("commit", commit(root))
pack.save(".git/objects/pack")
print(head.hex())
END
git update-ref refs/heads/lie "$(cat ids)"
rm ids
expect_exit 0 leaksieve audit
expect_exit 3 leaksieve audit --verify-objects
expect_contains 1111111111111111111111111111111111111111
git update-ref -d refs/heads/lie
rm -f .git/objects/pack/*

write a.txt "one"
commit "one"
expect_exit 0 leaksieve audit --verify-objects
blob=$(git rev-parse HEAD:a.txt)
other=$(echo two | git hash-object -w --stdin)
cp -f ".git/objects/$(printf %.2s "$other")/${other#??}" \
  ".git/objects/$(printf %.2s "$blob")/${blob#??}"
expect_exit 0 leaksieve audit
expect_exit 3 leaksieve audit --verify-objects
expect_contains "$blob"
