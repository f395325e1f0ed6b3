# A pack that was made to break its reader: deltas that unfold to gigabytes, deltas against
# themselves, sizes that lie, objects of no bytes. Each is named, everything else is
# scanned, in little memory.
. "$(dirname "$0")/lib.sh"

repository
commit=$(PYTHONPATH=$top/tests/cli PYTHONDONTWRITEBYTECODE=1 python3 - "$(clerk_key)" <<'END'
import sys
from make_pack import *

pack = Pack()
files = []

def file(name, id):
    files.append((name, id))
    return id

file("app.py", pack.object("blob", b'key = "%s"\n' % sys.argv[1].encode()))
file("empty", pack.object("blob", b""))
# Each is the one before it, twice: 2 GiB at the end.
size = 1 << 20
last = file("bomb00", pack.object("blob", b"x" * size))
for number_ in range(1, 12):
    steps = [copy(at, 1 << 20) for at in range(0, size, 1 << 20)] * 2
    last = file("bomb%02d" % number_,
                pack.delta(last, bytes([number_]) * 20, delta(size, 2 * size, *steps)))
    size *= 2
# More than there is memory, by its own word.
base = file("base", pack.object("blob", b"hello"))
file("claim", pack.delta(base, b"\x31" * 20, delta(5, 1 << 50, copy(0, 5))))
file("size", pack.add(3, b"hello", b"\x32" * 20, claim=1 << 40))
# Deltas against each other, and against itself.
file("ring1", pack.delta(b"\x42" * 20, b"\x41" * 20, delta(5, 5, copy(0, 5))))
file("ring2", pack.delta(b"\x41" * 20, b"\x42" * 20, delta(5, 5, copy(0, 5))))
file("self", pack.delta(b"\x43" * 20, b"\x43" * 20, delta(5, 5, copy(0, 5))))
file("on_ring", pack.delta(b"\x43" * 20, b"\x44" * 20, delta(5, 5, copy(0, 5))))
file("nowhere", pack.delta(b"\x99" * 20, b"\x45" * 20, delta(5, 5, copy(0, 5))))
root = pack.object("tree", tree(*sorted(files)))
head = pack.object("commit", commit(root))
pack.object("commit", b"")
pack.object("tag", b"")
pack.save(".git/objects/pack")
print(head.hex())
END
)
git update-ref refs/heads/hostile "$commit"

limit=$((1 << 20)) # KiB
for engine in forest libgit2; do
  expect_exit 1 timeout 60 sh -c "ulimit -v $((2 * limit)); exec \"\$0\" audit -j2 \
    --memory 64M --max-file-size 16M --engine $engine" "$program"
  expect_contains app.py:1 \
    0606060606060606060606060606060606060606 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b \
    3131313131313131313131313131313131313131 3232323232323232323232323232323232323232 \
    4141414141414141414141414141414141414141 4242424242424242424242424242424242424242 \
    4343434343434343434343434343434343434343 4444444444444444444444444444444444444444 \
    4545454545454545454545454545454545454545 INCOMPLETE
  expect_not_contains 0404040404040404040404040404040404040404
done
expect_exit 1 timeout 60 "$program" audit --all-objects --max-file-size 16M
expect_contains app.py:1 4343434343434343434343434343434343434343
