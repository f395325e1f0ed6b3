# --version names the libraries in use.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve --version
expect_contains leaksieve libgit2 RE2
expect_contains Hyperscan
