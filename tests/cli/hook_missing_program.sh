# Without its program the hook fails, and says how to build it or go without.
. "$(dirname "$0")/lib.sh"

repository
LEAKSIEVE=$work/no-such-program
export LEAKSIEVE
expect_exit 2 "$top/hooks/pre-commit"
expect_contains "$LEAKSIEVE" scanner/run LEAKSIEVE=0
