# Nothing staged, then something without a secret: exit 0, not a word.
. "$(dirname "$0")/lib.sh"

repository
expect_exit 0 leaksieve staged
expect_silence

write app.py 'print("hello")'
git add app.py
expect_exit 0 leaksieve staged
expect_silence
