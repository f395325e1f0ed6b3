# On a terminal of 20 columns, and of none that is known: lines are broken at blanks, the
# place of a finding is not; without a terminal nothing is broken. NO_COLOR is honoured.
. "$(dirname "$0")/lib.sh"

write plain/app.py "    key = \"$(clerk_key)\""

# on_terminal COLUMNS [VARIABLE=VALUE]...: the text report on a terminal as wide as that.
on_terminal() {
  python3 - "$program" "$@" <<'END'
import fcntl, os, pty, struct, sys, termios
program, columns, *settings = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.environ.pop("COLUMNS", None)
    os.environ["TERM"] = "xterm"
    os.environ.update(setting.split("=", 1) for setting in settings)
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
    os.execv(program, [program, "dir", "plain"])
output = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    output += part
sys.stdout.write(output.decode().replace("\r\n", "\n"))
END
}

escape=$(printf '\033')
on_terminal 20 >narrow
grep -q "$escape" narrow || fail "no colours on a terminal"
on_terminal 20 NO_COLOR=1 >narrow
! grep -q "$escape" narrow || fail "colours in spite of NO_COLOR"
grep -q '^plain/app.py:1:12: critical clerk-secret-key (high)$' narrow || fail "$(cat narrow)"
grep -q '^    which gives full$' narrow || fail "not broken: $(cat narrow)"
grep -q '^    1 | key = "sk_live_' narrow || fail "no line: $(cat narrow)"
on_terminal 0 NO_COLOR=1 >unknown
leaksieve dir plain >piped || [ $? = 1 ]
grep -v scanned unknown >unknown.findings
grep -v scanned piped | diff unknown.findings - || fail "an unknown width breaks lines"
on_terminal 0 NO_COLOR=1 COLUMNS=1 >one
grep -q '^    which gives full$' one || fail "COLUMNS=1: $(cat one)"
