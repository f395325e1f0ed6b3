# --rotation-plan writes a checklist beside the report.
. "$(dirname "$0")/lib.sh"

repository
write .env.production "CLERK_SECRET_KEY=$(clerk_key)"
write config/settings.py "KEY = \"$(clerk_key)\""
commit "keys"
expect_exit 1 leaksieve audit --rotation-plan "$work/plan.md" -o json=/dev/null
for text in "# Rotation plan" "Environment: production" "Generate: " "Revoke: " "Incident record"; do
  grep -qF "$text" "$work/plan.md" || fail "not in the plan: $text: $(cat "$work/plan.md")"
done
! grep -qF "$(clerk_key | cut -c 12-40)" "$work/plan.md" || fail "the secret is in the plan"
expect_exit 2 leaksieve audit --rotation-plan "$work/no-such-folder/plan.md"
expect_contains no-such-folder
