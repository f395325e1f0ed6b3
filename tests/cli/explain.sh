# explain RULE: by id, by another scanner's id, with a suggestion for what is mistyped.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve explain stripe-secret-key
expect_contains "begins with sk_live_" "How to rotate it" "STRIPE_SECRET_KEY" '$TOKEN'
expect_exit 0 leaksieve explain aws-access-token
expect_contains aws-access-key-id
expect_exit 2 leaksieve explain strip-secret-key
expect_contains "did you mean stripe-secret-key?"
expect_exit 2 leaksieve explain
