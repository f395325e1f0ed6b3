# A repository's own configuration: found by its name, believed within bounds, from the
# base in a range.
. "$(dirname "$0")/lib.sh"

repository
write .gitleaks.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_[0-9A-Za-z]{8}'''" \
  '[allowlist]' "paths = ['''^docs/''']"
commit "configuration"
write docs/a.txt "clerk = \"$(clerk_key 2)\""
write app.txt "acme_$(random_alnum 8 1)" "clerk = \"$(clerk_key)\""
git add -A
expect_equal "$(findings staged)" "acme-key app.txt:1
clerk-secret-key app.txt:2"
expect_exit 1 leaksieve staged
expect_contains .gitleaks.toml
expect_equal "$(findings staged --no-repo-config | wc -l)" 2
# leaksieve's own file comes first.
write .leaksieve.toml '[scan]' 'fail_on = "critical"'
expect_equal "$(findings staged | grep -c acme-key)" 0
write .leaksieve.toml '[scan]' 'report_only = true'
expect_exit 2 leaksieve staged
expect_contains ".leaksieve.toml:2:" "is not for the file of a scanned repository"
rm .leaksieve.toml

# A range cannot silence itself: the base's file counts.
write .gitleaks.toml '[allowlist]' "paths = ['''.*''']"
commit "a secret, and what would hide it"
expect_exit 1 leaksieve range HEAD^..HEAD
expect_contains app.txt acme-key
expect_exit 0 leaksieve range --trust-head HEAD^..HEAD
# The same in an audit, where the working tree counts; a bare repository has HEAD's.
expect_exit 0 leaksieve audit
git clone -q --bare . ../bare.git
expect_exit 0 leaksieve audit ../bare.git
expect_exit 1 leaksieve audit ../bare.git --no-repo-config
