# `range --stdin` in a pre-push hook: a secret does not leave, the rest does.
. "$(dirname "$0")/lib.sh"

git init -q --bare -b main server
repository
git remote add origin "$work/server"
git push -q origin main main:spare
printf '#!/bin/sh\nexec "%s" range --stdin\n' "$program" >.git/hooks/pre-push
chmod +x .git/hooks/pre-push

write app.py 'nothing'
commit "clean"
expect_exit 0 git push -q origin main

git checkout -qb topic
write app.py "key = \"$(clerk_key)\""
commit "add"
write app.py 'nothing'
commit "remove"
expect_exit 1 git push -q origin topic
expect_contains app.py:1
expect_exit 0 git push -q origin --delete spare
