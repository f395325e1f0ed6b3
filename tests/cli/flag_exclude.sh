# --exclude GLOB, as .gitignore has them; it may be repeated.
. "$(dirname "$0")/lib.sh"

repository
write vendor/deep/app.py "key = \"$(clerk_key)\""
write app.min.js "key = \"$(clerk_key 2)\""
write app.py "key = \"$(clerk_key 3)\""
git add -A
expect_equal "$(findings staged --exclude vendor/ --exclude '*.min.js')" "clerk-secret-key app.py:1"
expect_equal "$(findings dir . --exclude 'vendor/**' --exclude '*.min.js')" \
  "clerk-secret-key app.py:1"
git commit -qm "all"
expect_equal "$(findings range HEAD~1..HEAD --exclude vendor/ --exclude '*.js')" \
  "clerk-secret-key app.py:1"
expect_equal "$(findings audit --exclude vendor/ --exclude '*.js')" "clerk-secret-key app.py:1"
