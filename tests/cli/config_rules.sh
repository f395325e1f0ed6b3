# Rules of one's own: from a file, in every mode, with allowlists, and what goes wrong.
. "$(dirname "$0")/lib.sh"

acme=acme_$(random_alnum 8 1)
write rules.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_[0-9A-Za-z]{8}'''" \
  'keywords = ["ACME_"]'
write plain/a.txt "key: $acme" "clerk = \"$(clerk_key)\""
expect_equal "$(findings dir plain --config rules.toml)" \
  "acme-key plain/a.txt:1
clerk-secret-key plain/a.txt:2"
# By the environment; the flag wins.
expect_equal "$(LEAKSIEVE_CONFIG=rules.toml findings dir plain | wc -l)" 2
write none.toml 'contact = "x"'
expect_equal "$(LEAKSIEVE_CONFIG=rules.toml findings dir plain --config none.toml)" \
  "clerk-secret-key plain/a.txt:2"
# Without the built-in rules.
write alone.toml '[extend]' 'useDefault = false' 'path = "rules.toml"'
expect_equal "$(findings dir plain --config alone.toml)" "acme-key plain/a.txt:1"
# A keyword that the match need not hold; a regex without a bound; a path alone.
write more.toml '[[rules]]' 'id = "far"' "regex = '''key:'''" 'keywords = ["clerk"]' \
  '[[rules]]' 'id = "wide"' "regex = '''(?s)acme_.*clerk'''" \
  '[[rules]]' 'id = "named"' "path = '''a\\.txt\$'''"
expect_equal "$(findings dir plain --config more.toml | grep -v clerk-secret | sed 's/ .*//')" \
  "far
named
wide"

# What cannot be used is said in one sentence, and nothing is scanned.
write bad.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_('''"
expect_exit 2 leaksieve dir plain --config bad.toml
expect_contains "bad.toml:1:1: rule acme-key: bad regex"
write typo.toml '[scan]' 'fail_in = "high"'
expect_exit 2 leaksieve dir plain --config typo.toml
expect_contains "typo.toml:2:" "did you mean fail_on?"
write conflict.toml '<<<<<<< HEAD'
expect_exit 2 leaksieve dir plain --config conflict.toml
expect_contains "merge conflict"
expect_exit 2 leaksieve dir plain --config absent.toml
