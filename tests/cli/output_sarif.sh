# -o sarif: version, columns, fingerprints and relative places.
. "$(dirname "$0")/lib.sh"

repository
write app.py "key = \"$(clerk_key)\""
git add app.py
expect_exit 1 leaksieve staged -o sarif=report.sarif
expect_equal "$(python3 -c '
import json, sys
sarif = json.load(open(sys.argv[1]))
run, = sarif["runs"]
result, = run["results"]
place = result["locations"][0]["physicalLocation"]
print(sarif["version"], run["columnKind"], result["ruleId"], result["level"])
print(place["artifactLocation"]["uri"], place["region"]["startLine"])
print(bool(result["partialFingerprints"]))' report.sarif)" \
"2.1.0 unicodeCodePoints clerk-secret-key error
app.py 1
True"
