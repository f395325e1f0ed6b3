# rules check: a user's rules and the built-in ones; the exit codes.
. "$(dirname "$0")/lib.sh"

write good.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_[0-9]{8}'''" \
  'examples = ["key = acme_{digit:8}"]' 'counterexamples = ["acme_{digit:7}"]'
expect_exit 0 leaksieve rules check good.toml
expect_contains "1 rule, 0 problems"
write bad.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_[0-9]{8}'''" \
  'examples = ["acme_{digit:7}"]'
expect_exit 1 leaksieve rules check good.toml bad.toml
expect_contains "bad.toml: rule acme-key: example 1 is not found" "2 rules, 1 problem"
write silent.toml '[[rules]]' 'id = "acme-key"' "regex = 'acme'"
expect_exit 0 leaksieve rules check silent.toml
expect_contains "1 without an example"
write broken.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_('''"
expect_exit 2 leaksieve rules check broken.toml
expect_contains "broken.toml:1:1: rule acme-key: bad regex"
expect_exit 2 leaksieve rules check absent.toml
expect_exit 0 leaksieve rules check
expect_contains " 0 problems"
