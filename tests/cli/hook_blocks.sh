# hooks/pre-commit as a hook of git: stops a secret, lets the rest pass in silence.
. "$(dirname "$0")/lib.sh"

repository
ln -s "$top/hooks/pre-commit" .git/hooks/pre-commit
export LEAKSIEVE="$program"
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 1 git commit -qm "a key"
expect_contains app.py:1
expect_not_contains "$(clerk_key)"
[ "$(wc -l <"$work/out/stdout")" -le 10 ] || fail "more than ten lines"

write app.py 'nothing'
expect_exit 0 git commit -qam "no key"
expect_silence
