# Baselines of gitleaks and detect-secrets, by --baseline.
. "$(dirname "$0")/lib.sh"

repository
key=$(resend_key)
write app.py '' "KEY = '$key'"
write other.py "KEY = '$(resend_key 2)'"
commit "old"
cat >"$work/gitleaks.json" <<END
[
 {"RuleID": "resend-api-key", "StartLine": 7, "Secret": "$key", "File": "app.py",
  "Commit": "", "Entropy": 4.1, "Tags": []}
]
END
expect_equal "$(findings dir . -b "$work/gitleaks.json")" "resend-api-key other.py:1"
# Redacted it goes by the place.
cat >"$work/redacted.json" <<END
[{"RuleID": "resend-api-key", "StartLine": 2, "Secret": "REDACTED", "File": "app.py"}]
END
expect_equal "$(findings dir . -b "$work/redacted.json")" "resend-api-key other.py:1"

sha1=$(printf %s "$key" | sha1sum | cut -d' ' -f1)
cat >.secrets.baseline <<END
{
  "version": "1.5.0",
  "plugins_used": [],
  "results": {
    "app.py": [
      {"type": "Secret Keyword", "filename": "app.py", "hashed_secret": "$sha1",
       "is_verified": false, "line_number": 2}
    ]
  }
}
END
expect_equal "$(findings dir . -b .secrets.baseline)" "resend-api-key other.py:1"
expect_exit 0 leaksieve dir . -b .secrets.baseline -b "$work/gitleaks.json" \
  --fail-on critical
expect_equal "$(findings dir . -b .secrets.baseline -b "$work/redacted.json")" \
  "resend-api-key other.py:1"
echo '{"results": ' >broken.json
expect_exit 2 leaksieve dir . -b broken.json
expect_contains "damaged"
echo '{"a": 1}' >broken.json
expect_exit 2 leaksieve dir . -b broken.json
expect_contains "no baseline of leaksieve, gitleaks or detect-secrets"
