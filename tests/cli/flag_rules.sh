# --disable-rule and --enable-rule; a rule that is not there is exit 2.
. "$(dirname "$0")/lib.sh"

write plain/app.py "clerk = \"$(clerk_key)\"" "resend = \"$(resend_key)\""
expect_equal "$(findings dir plain --disable-rule resend-api-key)" \
  "clerk-secret-key plain/app.py:1"
expect_equal "$(findings dir plain --enable-rule clerk-secret-key)" \
  "clerk-secret-key plain/app.py:1"
# No lesser rule reports what a disabled one owns.
write named/config "CLERK_SECRET_KEY=$(clerk_key 3)" \
  "CLERK_SECRET_KEY=sk_live_$(random_alnum 32 5)"
expect_equal "$(findings dir named --disable-rule clerk-secret-key --min-confidence low)" ""
expect_exit 2 leaksieve dir plain --disable-rule no-such-rule
expect_contains no-such-rule
expect_exit 2 leaksieve dir plain --enable-rule no-such-rule
expect_contains no-such-rule
