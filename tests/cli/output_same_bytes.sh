# The same input gives the same bytes, whatever --jobs says.
. "$(dirname "$0")/lib.sh"

repository
for number in 1 2 3 4 5 6 7 8; do
  write "folder$number/app.py" "key = \"$(clerk_key $number)\""
  commit "commit $number"
done
expect_exit 1 leaksieve audit -j 1 -o json=one.json
expect_exit 1 leaksieve audit --jobs 4 -o json=four.json
for file in one.json four.json; do
  sed 's/"seconds": *[0-9.e+-]*//' "$file" >"$file.same"
done
expect_exit 0 cmp one.json.same four.json.same
