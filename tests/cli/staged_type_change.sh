# A file that becomes a link, and a link that becomes a file with a secret.
. "$(dirname "$0")/lib.sh"

repository
write file.py 'nothing'
ln -s README link.py
commit "a file and a link"
rm file.py link.py
ln -s README file.py
write link.py "key = \"$(clerk_key)\""
git add -A
expect_equal "$(findings staged)" "clerk-secret-key link.py:1"
