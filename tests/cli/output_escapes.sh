# Bytes of a path never reach a terminal as commands to it.
. "$(dirname "$0")/lib.sh"

repository
printf 'key = "%s"\n' "$(clerk_key)" >"$(printf 'a\033[31m\nb.py')"
git add -A
expect_exit 1 leaksieve staged --color never
expect_not_contains "$(printf '\033')"
expect_contains .py:1
