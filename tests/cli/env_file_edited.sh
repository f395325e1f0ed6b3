# An environment file that was there before is not new when it is edited.
. "$(dirname "$0")/lib.sh"

repository
write .env "SESSION_SECRET=$(random_alnum 40 1)"
commit "environment"
write .env "SESSION_SECRET=$(random_alnum 40 1)" 'DEBUG=1'
git add .env
expect_exit 0 leaksieve staged
