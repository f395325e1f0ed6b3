# A shallow clone without BASE: what is there is looked at, exit 3, and the `git fetch` that
# brings the rest.
. "$(dirname "$0")/lib.sh"

repository
base=$(git rev-parse HEAD)
write app.py 'nothing'
commit "second"
git clone -q --depth 1 "file://$work/repository" "$work/shallow"
cd "$work/shallow"
expect_exit 3 leaksieve range "$base..HEAD"
expect_contains "git fetch"
