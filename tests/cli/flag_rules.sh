# --disable-rule and --enable-rule; a rule that is not there is exit 2.
. "$(dirname "$0")/lib.sh"

write plain/app.py "clerk = \"$(clerk_key)\"" "resend = \"$(resend_key)\""
expect_equal "$(findings dir plain --disable-rule resend-api-key)" \
  "clerk-secret-key plain/app.py:1"
expect_equal "$(findings dir plain --enable-rule clerk-secret-key)" \
  "clerk-secret-key plain/app.py:1"
expect_exit 2 leaksieve dir plain --disable-rule no-such-rule
expect_contains no-such-rule
expect_exit 2 leaksieve dir plain --enable-rule no-such-rule
expect_contains no-such-rule
