# A shallow clone without BASE: a secret in what is there is found nevertheless.
. "$(dirname "$0")/lib.sh"

repository
base=$(git rev-parse HEAD)
write app.py "key = \"$(clerk_key)\""
commit "second"
git clone -q --depth 1 "file://$work/repository" "$work/shallow"
cd "$work/shallow"
expect_exit 1 leaksieve range "$base..HEAD"
expect_contains app.py:1 "git fetch"
