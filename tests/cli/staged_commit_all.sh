# `git commit -a` and `git commit FILE` hand the hook an index of their own.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'key = "none"'
write other.py 'nothing'
commit "before the hook"
printf '#!/bin/sh\nexec "%s" staged\n' "$program" >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit

write app.py "key = \"$(clerk_key)\""
expect_exit 1 git commit -a -m "all"
expect_contains app.py:1
expect_exit 1 git commit -m "one file" app.py
expect_contains app.py:1

write other.py 'still nothing'
expect_exit 0 git commit -m "the other file" other.py
