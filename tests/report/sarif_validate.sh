#!/bin/sh
# sarif_validate.sh FILE...: Microsoft's SARIF Multitool, with the rules of GitHub Advanced
# Security, has no error and no warning about the files. Prints what it has.
#
# The tool comes from npm into $SARIF_MULTITOOL_DIR, by default a folder of the build; in a
# second run it is there. Its notes are not faults: they ask for snippets (which would hold
# the secret), numbers instead of names for rules, and an origin that we do not know.
set -eu

version=5.7.0
top=$(cd "$(dirname "$0")/../.." && pwd)
dir=${SARIF_MULTITOOL_DIR:-$top/build/npm/sarif-multitool-$version}
tool=$dir/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool

fail() {
  echo "sarif_validate.sh: $*" >&2
  exit 1
}

[ $# -gt 0 ] || fail "no file given"
if [ ! -f "$tool" ]; then
  command -v npm >/dev/null || fail "npm is missing: install it (apt install npm)"
  npm install --silent --no-audit --no-fund --prefix "$dir" \
    "@microsoft/sarif-multitool-linux@$version" ||
    fail "npm cannot install the SARIF Multitool into $dir"
fi
# npm may be told not to run the package's own chmod.
chmod u+x "$tool"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# validate FILE: what the tool says about it, one finding a line.
validate() {
  # Without ICU installed .NET does not start unless told to do without.
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$tool" validate "$1" \
    --rule-kind 'Sarif;Ghas' --level 'Error;Warning;Note' --max-file-size-in-kb 100000 \
    --output "$work/log.sarif" --log ForceOverwrite 2>&1 || true
}

# The tool says nothing and succeeds where it cannot read a file, so silence proves nothing.
# Of any run that it did look at it notes the lack of versionControlProvenance (SARIF2003).
check() {
  validate "$1" >"$work/said"
  grep -q 'note SARIF2003' "$work/said" || {
    cat "$work/said"
    fail "the tool did not look at $1"
  }
  ! grep -E '(error|warning) [A-Z]+[0-9]+' "$work/said"
}

# First: does it find a fault that we plant?
sed 's/"columnKind"/"plantedFault"/' "$1" >"$work/planted.sarif"
validate "$work/planted.sarif" >"$work/said"  # whole: it hangs if its pipe closes early
grep -q 'error JSON1005' "$work/said" ||
  fail "the tool does not see a fault planted in $1"

faults=0
for file in "$@"; do
  check "$file" || faults=1
done
[ $faults = 0 ] || fail "the tool found faults"
echo "$# files, no error, no warning"
