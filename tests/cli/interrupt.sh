# SIGINT and SIGTERM end a scan within 100 ms (the test allows a second): exit 130, no
# report, and it says that the scan is incomplete.
. "$(dirname "$0")/lib.sh"

repository
python3 - <<'END'
import random
random.seed(1)
words = [b"%x" % random.getrandbits(40) for _ in range(4096)]
for number in range(60):
    with open("f%d.txt" % number, "wb") as out:
        out.write(b" ".join(random.choice(words) for _ in range(90000)))
END
commit "much to read"

# stop SIGNAL ARGS: starts `leaksieve ARGS`, interrupts it while it reads.
stop() {
  python3 - "$program" "$@" >"$work/out/stdout" 2>"$work/out/stderr" <<'END'
import signal, subprocess, sys, time
program, name, *args = sys.argv[1:]
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)  # a shell's background job ignores SIGINT
run = subprocess.Popen([program, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                       stderr=subprocess.PIPE, text=True)
time.sleep(0.1)
run.send_signal(getattr(signal, name))
sent = time.monotonic()
code = run.wait()
took = time.monotonic() - sent
print("code", code)
print("soon" if took < 1 else "after %.2f s" % took)
print("stdout: " + run.stdout.read())
print(run.stderr.read())
END
}

for name in SIGINT SIGTERM; do
  stop $name audit -j1 -o json=report.json -o text
  expect_contains "code 130" soon "the scan is incomplete"
  expect_equal "$(grep -c '^stdout: $' "$work/out/stdout")" 1
  [ ! -e report.json ] || fail "there is a report"
  # Waiting for input.
  stop $name stdin
  expect_contains "code 130" soon "the scan is incomplete"
done
expect_equal "$(ls -A | grep -c leaksieve)" 0
