# The manual page: man and mandoc, where they are, have nothing to say against it.
. "$(dirname "$0")/lib.sh"

expect_exit 0 leaksieve man
expect_contains '.TH LEAKSIEVE 1' '.SS "leaksieve audit"' 'rotation\-plan' NO_COLOR
cp "$work/out/stdout" leaksieve.1
if command -v mandoc >/dev/null; then
  # A date would make every build another page.
  mandoc -T lint -W warning leaksieve.1 | grep -E 'WARNING|ERROR' | grep -v 'missing date' >said || true
  [ ! -s said ] || fail "mandoc: $(cat said)"
fi
if command -v groff >/dev/null; then
  groff -man -Tascii -ww leaksieve.1 >/dev/null 2>warnings || fail groff
  [ ! -s warnings ] || fail "groff: $(cat warnings)"
fi
