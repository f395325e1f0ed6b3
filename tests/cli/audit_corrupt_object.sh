# A corrupt object is named and the rest is audited: exit 3, or 1 if the rest has a
# secret.
. "$(dirname "$0")/lib.sh"

repository
write broken.py 'some text that will not be readable'
commit "will break"
blob=$(git rev-parse HEAD:broken.py)
file=.git/objects/$(printf %.2s "$blob")/${blob#??}
chmod u+w "$file"
echo garbage >"$file"
expect_exit 3 leaksieve audit
expect_contains "$blob"

write app.py "key = \"$(clerk_key)\""
git add app.py
git commit -qm "a key"
expect_exit 1 leaksieve audit
expect_contains app.py:1 "$blob"
