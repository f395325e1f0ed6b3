# rules list: every rule by its name.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve rules list
expect_contains clerk-secret-key resend-api-key django-secret-key private-key env-file
