# Inside a repository ignored files are passed by, unless --no-gitignore.
. "$(dirname "$0")/lib.sh"

repository
write .gitignore '*.log' '/build/'
write app.log "key = \"$(clerk_key)\""
write build/made.py "key = \"$(clerk_key 2)\""
write src/.gitignore 'local.py'
write src/local.py "key = \"$(clerk_key 3)\""
expect_exit 0 leaksieve dir .
expect_exit 1 leaksieve dir --no-gitignore .
expect_contains app.log:1 build/made.py:1 src/local.py:1
