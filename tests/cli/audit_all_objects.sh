# An object that nothing reaches is audited with --all-objects only.
. "$(dirname "$0")/lib.sh"

repository
printf 'key = "%s"\n' "$(clerk_key)" | git hash-object -w --stdin >"$work/blob"
expect_exit 0 leaksieve audit
expect_exit 1 leaksieve audit --all-objects
expect_contains clerk-secret-key "$(cut -c 1-7 "$work/blob")"
