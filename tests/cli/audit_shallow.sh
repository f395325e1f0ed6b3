# A shallow clone: what is there is audited, and what is missing is said.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'nothing'
commit "second"
git clone -q --depth 1 "file://$work/repository" "$work/shallow"
cd "$work/shallow"
expect_exit 3 leaksieve audit
expect_contains shallow "git fetch"

write app.py "key = \"$(clerk_key)\""
commit "third"
expect_exit 1 leaksieve audit
expect_contains app.py:1 shallow
