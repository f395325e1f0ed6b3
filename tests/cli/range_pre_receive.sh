# `range --stdin` in a pre-receive hook, where new objects are in quarantine: a push with a
# secret is refused.
. "$(dirname "$0")/lib.sh"

git init -q --bare -b main server
repository
git remote add origin "$work/server"
git push -q origin main
printf '#!/bin/sh\nexec "%s" range --stdin\n' "$program" >"$work/server/hooks/pre-receive"
chmod +x "$work/server/hooks/pre-receive"

write app.py 'nothing'
commit "clean"
expect_exit 0 git push origin main

write app.py "key = \"$(clerk_key)\""
commit "secret"
expect_exit 1 git push origin main
expect_contains app.py:1
expect_exit 1 git push origin HEAD:refs/heads/new
expect_contains app.py:1
