"""The golden reports as other programs read them.

    readers_test.py [--self-test] FOLDER

Reads every golden file of FOLDER whose format has a reader outside of GitHub: JUnit XML,
CSV, and GitLab's two reports, with Python's own parsers and what the consumers demand:
the elements and attributes of the Jenkins xunit plugin's junit-10.xsd, the required
fields, patterns and enumerations of GitLab's secret-detection-report-format.json 15.2.1,
and the fields of its code quality report. --self-test plants faults and fails if one of
them is not reported.
"""

import csv
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

# element: (required attributes, optional attributes, children)
JUNIT = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"time", "skipped", "timestamp"},
        {"testcase", "properties"},
    ),
    "testcase": ({"name"}, {"classname", "time"}, {"failure", "error", "skipped"}),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
}


def junit_faults(text):
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        return [f"not well-formed: {error}"]
    faults = []
    for element in root.iter():
        if element.tag not in JUNIT:
            faults.append(f"unknown element {element.tag}")
            continue
        required, optional, children = JUNIT[element.tag]
        given = set(element.attrib)
        faults += [f"{element.tag} without {name}" for name in required - given]
        faults += [f"{element.tag} with {name}" for name in given - required - optional]
        faults += [f"{child.tag} in {element.tag}" for child in element if child.tag not in children]
    for suite in root.iter("testsuite"):
        if not re.fullmatch(r"\d*(\.\d*)?", suite.get("time", "")):
            faults.append(f"time {suite.get('time')}")
        for count, tag in ("tests", "testcase"), ("failures", "failure"), ("errors", "error"):
            if int(suite.get(count, -1)) != len(list(suite.iter(tag))):
                faults.append(f"the suite does not have {suite.get(count)} {count}")
    return faults


def csv_faults(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or rows[0][:3] != ["severity", "confidence", "rule"]:
        return ["no header"]
    faults = []
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            faults.append(f"row {number} has {len(row)} cells")
        faults += [f"row {number}: {cell}" for cell in row if re.match(r"\s*[=+@\t\r-]", cell)]
    return faults


def is_text(value, most=1 << 20, pattern=".+"):
    return isinstance(value, str) and len(value) <= most and re.match(pattern, value, re.S)


def detail_faults(name, detail):
    if not is_text(detail.get("name")):
        yield f"detail {name} without a name"
    needs = {"text": ["value"], "code": ["value"], "file-location": ["file_name", "line_start"]}
    for key in needs.get(detail.get("type"), ["a known type"]):
        if key not in detail:
            yield f"detail {name} without {key}"


def vulnerability_faults(one):
    if not is_text(one.get("id"), pattern=r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"):
        yield f"id {one.get('id')}"
    for key, most in ("name", 255), ("description", 1048576), ("solution", 7000):
        if key in one and not is_text(one[key], most):
            yield key
    if one.get("severity") not in ["Info", "Unknown", "Low", "Medium", "High", "Critical"]:
        yield f"severity {one.get('severity')}"
    if not one.get("identifiers"):
        yield "no identifiers"
    for identifier in one.get("identifiers", []):
        for key in "type", "name", "value":
            if not is_text(identifier.get(key)):
                yield f"identifier without {key}"
        if "url" in identifier and not is_text(identifier["url"], pattern="(https?|ftp)://.+"):
            yield "identifier with a bad url"
    for link in one.get("links", []):
        if not is_text(link.get("url"), pattern="(https?|ftp)://.+"):
            yield "link with a bad url"
    for name, detail in one.get("details", {}).items():
        yield from detail_faults(name, detail)
    location = one.get("location", {})
    if not is_text(location.get("commit", {}).get("sha")):
        yield "location without a commit"
    for key in "start_line", "end_line":
        if key in location and not isinstance(location[key], int):
            yield key


def gitlab_faults(text):
    report = json.loads(text)
    faults = [f"no {key}" for key in ("scan", "version", "vulnerabilities") if key not in report]
    if faults:
        return faults
    scan = report["scan"]
    for key in "start_time", "end_time":
        if not is_text(scan.get(key), pattern=r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$"):
            faults.append(f"{key} {scan.get(key)}")
    if scan.get("status") not in ["success", "failure"] or scan.get("type") != "secret_detection":
        faults.append("status or type of the scan")
    for tool in "analyzer", "scanner":
        for key in "id", "name", "version":
            if not is_text(scan.get(tool, {}).get(key)):
                faults.append(f"{tool} without {key}")
        if not is_text(scan.get(tool, {}).get("vendor", {}).get("name")):
            faults.append(f"{tool} without a vendor")
    for message in scan.get("messages", []):
        if message.get("level") not in ["info", "warn", "fatal"] or not is_text(message.get("value")):
            faults.append("message")
    ids = [one.get("id") for one in report["vulnerabilities"]]
    if len(ids) != len(set(ids)):
        faults.append("an id twice")
    for one in report["vulnerabilities"]:
        faults += vulnerability_faults(one)
    return faults


def codequality_faults(text):
    faults = []
    prints = set()
    for issue in json.loads(text):
        for key in "description", "check_name", "fingerprint":
            if not is_text(issue.get(key)):
                faults.append(f"no {key}")
        if issue.get("severity") not in ["info", "minor", "major", "critical", "blocker"]:
            faults.append("severity")
        location = issue.get("location", {})
        if not is_text(location.get("path"), pattern=r"(?!/|\./).+"):
            faults.append(f"path {location.get('path')}")
        if not location.get("lines", {}).get("begin", 0) >= 1:
            faults.append("no line")
        if issue.get("fingerprint") in prints:
            faults.append("a fingerprint twice")
        prints.add(issue.get("fingerprint"))
    return faults


READERS = {
    "junit.xml": junit_faults,
    "csv": csv_faults,
    "gitlab.json": gitlab_faults,
    "codequality.json": codequality_faults,
}


def self_test(folder):
    planted = {
        "junit.xml": [('errors="1"', 'errors="7"'), ("</failure>", ""), ("classname", "file")],
        "csv": [(',"clerk-secret-key"', ""), ('"ACME', '"=ACME')],
        "gitlab.json": [('"sha"', '"sah"'), ('"Critical"', '"Bad"'), ("T03:04", " 03:04")],
        "codequality.json": [('"blocker"', '"bad"'), ('"path"', '"file"')],
    }
    for name, faults in planted.items():
        text = (folder / f"report.{name}").read_text()
        for old, new in faults:
            changed = text.replace(old, new)
            assert changed != text, f"{name}: nothing to change: {old}"
            if not READERS[name](changed):
                sys.exit(f"{name}: a planted fault is not seen: {old}")


def main():
    folder = Path(sys.argv[-1])
    if "--self-test" in sys.argv:
        self_test(folder)
        return
    failed = False
    for name, reader in READERS.items():
        files = sorted(folder.glob(f"*.{name}"))
        assert files, f"no golden file *.{name}"
        for file in files:
            for fault in reader(file.read_text()):
                print(f"{file}: {fault}")
                failed = True
    sys.exit(failed)


main()
