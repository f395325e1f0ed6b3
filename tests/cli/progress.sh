# A scan of more than half a second draws a progress line, if standard error is a terminal,
# and takes it away; --quiet and --debug draw none.
. "$(dirname "$0")/lib.sh"

# on_terminal SECONDS ARGS: `leaksieve ARGS` with standard error on a terminal, and with
# standard input that stays open for so long.
on_terminal() {
  python3 - "$program" "$@" >"$work/out/stdout" 2>"$work/out/stderr" <<'END'
import os, pty, subprocess, sys, time
program, seconds, *args = sys.argv[1:]
main, terminal = pty.openpty()
run = subprocess.Popen([program, *args], stdin=subprocess.PIPE, stderr=terminal,
                       stdout=subprocess.DEVNULL)
os.close(terminal)
time.sleep(float(seconds))
run.stdin.write(b"a.txt\n")
run.stdin.close()
drawn = b""
try:
    while piece := os.read(main, 4096):
        drawn += piece
except OSError:
    pass
sys.exit("exit %d" % run.returncode) if run.wait() else None
print(drawn.decode())
print("the line is gone" if drawn.endswith(b"\r") else "the line stays")
END
}

write a.txt nothing
on_terminal 1.2 dir --files-from -
expect_contains "leaksieve: finding out what there is to read" "the line is gone"
on_terminal 1.2 dir --files-from - --quiet
expect_not_contains "finding out"
on_terminal 0 dir --files-from -
expect_not_contains "finding out"
sleep 1 | leaksieve dir --files-from - >"$work/out/stdout" 2>"$work/out/stderr"
expect_not_contains "finding out"
