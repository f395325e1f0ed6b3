# GIT_DIR and GIT_WORK_TREE name the repository.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add app.py
mkdir "$work/elsewhere"
cd "$work/elsewhere"
export GIT_DIR=$work/repository/.git GIT_WORK_TREE=$work/repository
expect_exit 1 leaksieve staged
expect_contains app.py:1
