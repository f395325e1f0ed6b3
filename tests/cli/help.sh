# --help of every command has an example of it.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve --help
expect_contains staged range audit dir stdin rules
for command in staged range audit dir stdin; do
  expect_exit 0 leaksieve "$command" --help
  expect_contains "leaksieve $command"
done
expect_exit 0 leaksieve rules list --help
