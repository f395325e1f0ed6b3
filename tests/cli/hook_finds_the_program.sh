# hooks/pre-commit takes LEAKSIEVE, then PATH, then the build beside it.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add app.py
mkdir "$work/bin"
cp "$program" "$work/bin/named"
LEAKSIEVE=$work/bin/named
export LEAKSIEVE
expect_exit 1 "$top/hooks/pre-commit"
expect_contains app.py:1
unset LEAKSIEVE

mv "$work/bin/named" "$work/bin/leaksieve"
expect_exit 1 env PATH="$work/bin:$PATH" "$top/hooks/pre-commit"
expect_contains app.py:1

mkdir -p "$work/checkout/hooks" "$work/checkout/build/release/scanner"
cp "$top/hooks/pre-commit" "$work/checkout/hooks/"
mv "$work/bin/leaksieve" "$work/checkout/build/release/scanner/"
ln -s "$work/checkout/hooks/pre-commit" .git/hooks/pre-commit
expect_exit 1 git commit -qm "a key"
expect_contains app.py:1
