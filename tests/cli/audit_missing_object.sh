# A missing blob is named: exit 3.
. "$(dirname "$0")/lib.sh"

repository
write gone.py 'some text that will be gone'
commit "will be gone"
blob=$(git rev-parse HEAD:gone.py)
rm -f ".git/objects/$(printf %.2s "$blob")/${blob#??}"
expect_exit 3 leaksieve audit
expect_contains "$blob"
