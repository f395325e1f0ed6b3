# rules list: every rule by its name, and what a finding of it rests on.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve rules list
expect_contains clerk-secret-key resend-api-key django-secret-key private-key env-file checksum
leaksieve rules list -o json >rules.json
expect_equal "$(python3 -c '
import json
rules = {rule["id"]: rule for rule in json.load(open("rules.json"))["rules"]}
print(rules["github-pat"]["grade"], rules["generic-password"]["grade"])')" "checksum name"
