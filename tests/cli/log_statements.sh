# What code writes into logs: in an audit, what a tip has; older versions if asked for.
. "$(dirname "$0")/lib.sh"

repository
write app.py 'import os' 'key = os.environ["CLERK_SECRET_KEY"]' 'print(key)'
git add -A
expect_equal "$(findings staged)" "secret-in-log app.py:3"
expect_equal "$(findings staged --log-statements=off)" ""
git commit -qm "print"
expect_equal "$(findings range HEAD~1..HEAD)" "secret-in-log app.py:3"
expect_equal "$(findings dir .)" "secret-in-log app.py:3"
expect_equal "$(findings audit)" "secret-in-log app.py:3"
expect_equal "$(findings audit --log-statements=off)" ""
git checkout -q --detach
git branch -q -D main
write app.py 'import os'
git commit -qam "no print"
expect_equal "$(findings audit)" ""
expect_equal "$(findings audit --log-statements=history)" "secret-in-log app.py:3"
git reset -q --hard HEAD~1

# Indented again it is the same; with another link in its chain it is new.
write app.py 'import os' 'if True:' '    key = os.environ["CLERK_SECRET_KEY"]' \
  '    print( key )'
git add -A
expect_equal "$(findings staged)" "secret-in-log app.py:4"
write app.py 'import os' 'if True:' '    key = os.environ["CLERK_SECRET_KEY"]' \
  '    print(key)'
git add -A
expect_equal "$(findings staged)" ""
write app.py 'import os' 'key = os.environ["OTHER_SECRET_KEY"]' 'print(key)'
git add -A
expect_equal "$(findings staged)" "secret-in-log app.py:3"
