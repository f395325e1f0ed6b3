# A provider's key in a template is a leak all the same.
. "$(dirname "$0")/lib.sh"

repository
write .env.example "CLERK_SECRET_KEY=$(clerk_key)"
git add -A
expect_equal "$(findings staged)" "clerk-secret-key .env.example:1"
