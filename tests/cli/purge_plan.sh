# purge-plan prints a recipe without a secret; its third step writes the secrets into a file
# that only the user can read, as git filter-repo wants them.
. "$(dirname "$0")/lib.sh"

repository
printf -- '-----BEGIN EC %s KEY-----\n%s\n%s\n-----END EC %s KEY-----\n' PRIVATE \
  "$(random_alnum 64 5)" "$(random_alnum 60 6)==" PRIVATE >server.pem
write "it's/.env" "RESEND_API_KEY=$(resend_key)"
write app.py "key = \"$(clerk_key)\""
commit "keys"
expect_exit 1 leaksieve purge-plan
expect_not_contains "$(clerk_key | cut -c 12-40)" "$(resend_key | tail -c 20)"
expect_contains "git filter-repo" "refs/pull/*" "--path 'it'\\''s/.env'" "Rotate every secret first"

cp "$work/out/stdout" "$work/recipe"
sed -n '/^( umask/,/^)/p' "$work/recipe" >"$work/step.sh"
mkdir "$work/bin"
ln -s "$program" "$work/bin/leaksieve"
PATH=$work/bin:$PATH sh "$work/step.sh"
grep -qF "$(clerk_key)" ../expressions.txt || fail "not there: $(cat ../expressions.txt)"
expect_equal "$(stat -c %a ../expressions.txt)" 600
# Every expression matches a secret of the files.
python3 - ../expressions.txt <<'END' || fail "an expression matches nothing"
import glob, re, sys
text = "".join(open(name).read() for name in ["app.py", "it's/.env", "server.pem"])
for line in open(sys.argv[1]):
    pattern = line.removeprefix("regex:").split("==>***REMOVED***")[0]
    assert re.search(pattern, text), pattern
END

cd "$work"
repository clean
expect_exit 0 leaksieve purge-plan
expect_contains "Nothing to do"
