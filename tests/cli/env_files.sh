# Environment files are reported by name, staged and in history; templates are not.
. "$(dirname "$0")/lib.sh"

repository
for path in .env .env.local .env.production frontend/.env.local frontend/.env.production \
  .env.example sub/.env.sample .env.template; do
  write "$path" "SESSION_SECRET=$(random_alnum 40 1)" 'DEBUG=1'
done
expected="env-file .env
env-file .env.local
env-file .env.production
env-file frontend/.env.local
env-file frontend/.env.production"
env_files() {
  findings "$@" | grep '^env-file ' | sed 's/:[0-9]*$//' | sort
}
git add -A
expect_equal "$(env_files staged)" "$expected"
git commit -qm "environment"
expect_equal "$(env_files audit)" "$expected"
expect_equal "$(env_files range HEAD~1..HEAD)" "$expected"
expect_equal "$(env_files dir .)" "$expected"
