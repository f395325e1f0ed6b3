# A file that compose gives to containers is a finding at the reference, if it is there.
. "$(dirname "$0")/lib.sh"

repository
write deploy/compose.yml 'secrets:' '  db:' '    file: ./db.txt' '  other:' '    file: ./none.txt'
write deploy/db.txt 'correct horse'
commit "deploy"
expect_equal "$(findings dir .)" "referenced-secret-file deploy/compose.yml:3"
expect_equal "$(findings audit)" "referenced-secret-file deploy/compose.yml:3"

git rm -q --cached deploy/compose.yml
git commit -qm 'without it'
git add deploy/compose.yml
expect_equal "$(findings staged)" "referenced-secret-file deploy/compose.yml:3"
