# A clean scan is a whole report too, with an empty list.
. "$(dirname "$0")/lib.sh"

mkdir plain
expect_exit 0 leaksieve dir plain -o json
expect_equal "$(python3 -c '
import json, sys
report = json.load(open(sys.argv[1]))
print(report["findings"], report["scan"]["complete"])' "$work/out/stdout")" "[] True"
