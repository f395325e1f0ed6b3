# How a log statement is printed: its expression and chain, no literal of the code.
. "$(dirname "$0")/lib.sh"

write app.py 'import os' 'key = os.environ["CLERK_SECRET_KEY"]' 'print("hush " + key)' \
  'print(f(password), os.getenv("DB_PASSWORD"))'
expect_exit 1 leaksieve dir app.py
expect_contains 'app.py:3:17: high secret-in-log' ' key' \
  'os.environ[CLERK_SECRET_KEY] (line 2) -> key (line 2) -> print (line 3)' \
  'Remove the value from the log call' '[24 characters]'
expect_not_contains 'hush' 'rotate it first'
expect_exit 1 leaksieve dir app.py -o json
expect_contains '"kind": "log-statement"' '"role": "source"' '"secret": "key"'
expect_not_contains 'hush'
expect_exit 1 leaksieve dir app.py -o sarif
expect_contains '"ruleId": "secret-in-log"' 'Purge the logs that it reached'
expect_not_contains 'hush'
