# A packed history gives what a loose one gives.
. "$(dirname "$0")/lib.sh"

repository
for number in 1 2 3 4 5; do
  write app.py "number = $number" "$(random_alnum 2000 9)" "key = \"$(clerk_key $number)\""
  commit "commit $number"
done
loose=$(findings audit)
expect_equal "$(printf '%s\n' "$loose" | wc -l | tr -d ' ')" 5
git gc -q --aggressive
expect_equal "$(findings audit)" "$loose"
