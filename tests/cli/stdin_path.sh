# --path says under which name standard input is judged.
. "$(dirname "$0")/lib.sh"

printf 'GREETING=%s\n' "$(random_alnum 40 1)" >input
expect_exit 1 leaksieve stdin --path .env <input
expect_contains env-file .env
expect_exit 0 leaksieve stdin --path notes.txt <input
