# While a conflict is unresolved the rest of the index is looked at.
. "$(dirname "$0")/lib.sh"

repository
write shared.py 'one'
commit "base"
git checkout -qb topic
write shared.py 'two'
commit "topic"
git checkout -q main
write shared.py 'three'
commit "main"
expect_exit 1 git merge -q topic
write new.py "key = \"$(clerk_key)\""
git add new.py
expect_exit 1 leaksieve staged
expect_contains new.py:1
