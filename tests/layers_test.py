"""The architecture as a check: includes run down the layers, never up, never sideways.

    layers_test.py [--self-test] [ROOT]

Prints every fault as file:line and fails. --self-test plants faults in a copy of the tree
and fails if one of them is not reported.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

MAX_LINES = 500

LIBRARIES = {
    "libgit2": r"git2\.h|git2/.*",
    "Hyperscan": r"hs\.h|hs/.*",
    "RE2": r"re2/.*",
    "toml++": r"toml\+\+/.*",
    "nlohmann-json": r"nlohmann/.*",
    "fmt": r"fmt/.*",
    "CLI11": r"CLI/.*",
    "libsodium": r"sodium\.h|sodium/.*",
    "libdeflate": r"libdeflate\.h",
    "doctest": r"doctest/.*|doctest\.h",
    "benchmark": r"benchmark/.*",
}

# layer: (layers it may include, libraries it may use). fmt is everybody's.
LAYERS = {
    "base": ([], ["libsodium", "libdeflate"]),
    "model": (["base"], []),
    "rules": (["model", "base"], ["toml++"]),
    "source": (["model", "base"], ["libgit2", "libdeflate"]),
    "text": (["model", "base"], []),
    "match": (["model", "base"], ["Hyperscan", "RE2", "nlohmann-json"]),
    "detect": (["match", "text", "model", "base"], []),
    "policy": (["model", "base"], ["nlohmann-json"]),
    "config": (["policy", "rules", "model", "base"], ["toml++"]),
    "report": (["model", "base"], ["nlohmann-json"]),
}
LAYERS["scan"] = ([*LAYERS], [])
LAYERS["app"] = ([*LAYERS], ["CLI11"])
# Programs that stand outside the layers.
LAYERS["compile_rules.cc"] = (["rules", "match", "model", "base"], [])

NO_TEST_OF_ITS_OWN = {"app/main.cc", "compile_rules.cc"}
REVEALS = "report/redact.cc"

INCLUDE = re.compile(r'\s*#\s*include\s*[<"]([^>"]+)[>"]')
REVEAL = re.compile(r"(\.|->)\s*reveal\s*\(")


def include_fault(layer, header):
    """Why a file of `layer` may not include `header`; None if it may."""
    layers, libraries = LAYERS[layer]
    if header.startswith("scanner/"):
        target = header.split("/")[1]
        if target != layer and target not in layers:
            return f"{layer} must not include {target} ({header})"
        return None
    for library, pattern in LIBRARIES.items():
        if re.fullmatch(pattern, header) and library not in [*libraries, "fmt"]:
            return f"{layer} must not use {library} ({header})"
    return None


def source_faults(root, path):
    name = path.relative_to(root / "scanner").as_posix()
    layer = name.split("/")[0]
    where = f"scanner/{name}"
    if layer not in LAYERS:
        yield f"{where}:1: {layer} is no layer"
        return
    for number, line in enumerate(path.read_text().splitlines(), 1):
        include = INCLUDE.match(line)
        fault = include and include_fault(layer, include[1])
        if fault:
            yield f"{where}:{number}: {fault}"
        if REVEAL.search(line.split("//")[0]) and name != REVEALS:
            yield f"{where}:{number}: only scanner/{REVEALS} may call reveal()"
    if path.suffix == ".cc" and name not in NO_TEST_OF_ITS_OWN:
        test = f"tests/{name.removesuffix('.cc')}_test.cc"
        if not (root / test).exists():
            yield f"{where}:1: has no {test}"


def faults(root):
    for path in sorted((root / "scanner").rglob("*")):
        if path.suffix in {".h", ".cc"}:
            yield from source_faults(root, path)
    for path in sorted([*(root / "scanner").rglob("*"), *(root / "tests").rglob("*")]):
        if path.is_file() and "__pycache__" not in path.parts:
            lines = path.read_bytes().count(b"\n")
            if lines > MAX_LINES:
                name = path.relative_to(root)
                yield f"{name}:{MAX_LINES + 1}: {lines} lines, more than {MAX_LINES}"


# (file, text to append, what must be reported about it)
PLANTED = [
    ("scanner/base/planted.h", '#include "scanner/model/finding.h"', "must not include model"),
    ("scanner/model/planted.h", "#include <fmt/core.h>\n#include <git2.h>", ":2: model must not"),
    ("scanner/policy/planted.h", '#include "scanner/report/report.h"', "must not include report"),
    ("scanner/report/planted.h", "#  include <re2/re2.h>", "must not use RE2"),
    ("scanner/scan/planted.h", '#include "scanner/app/flags.h"', "must not include app"),
    ("scanner/source/planted.h", "#include <hs/hs.h>", "must not use Hyperscan"),
    ("scanner/match/planted.h", "#include <toml++/toml.h>", "must not use toml++"),
    ("scanner/detect/planted.h", "#include <nlohmann/json.hpp>", "must not use nlohmann-json"),
    ("scanner/rules/planted.h", "#include <sodium.h>", "must not use libsodium"),
    ("scanner/text/planted.h", "#include <libdeflate.h>", "must not use libdeflate"),
    ("scanner/scan/planted_too.h", "#include <CLI/CLI.hpp>", "must not use CLI11"),
    ("scanner/app/planted.h", "#include <git2/oid.h>", "must not use libgit2"),
    ("scanner/compile_rules.cc", '#include "scanner/scan/scan.h"', "must not include scan"),
    ("scanner/scan/secret.h", "auto s = finding.secret.reveal();", ":1: only scanner/report"),
    ("scanner/helpers/planted.h", "", "helpers is no layer"),
    ("scanner/text/untested.cc", "", "has no tests/text/untested_test.cc"),
    ("scanner/text/long.h", "\n" * (MAX_LINES + 1), "more than 500"),
    ("tests/cli/long.sh", "\n" * (MAX_LINES + 1), "more than 500"),
]


def self_test(root):
    """The planted faults that were not reported."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory)
        for folder in ["scanner", "tests"]:
            shutil.copytree(root / folder, copy / folder)
        for name, text, _ in PLANTED:
            path = copy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a") as file:
                file.write(text + "\n")
        found = [*faults(copy)]
    for name, _, words in PLANTED:
        if not any(fault.startswith(f"{name}:") and words in fault for fault in found):
            yield f"not reported: {name}: {words}"


def main(arguments):
    check = faults
    if arguments[:1] == ["--self-test"]:
        check = self_test
        del arguments[0]
    root = Path(arguments[0]) if arguments else Path(__file__).parent.parent
    wrong = [*check(root.resolve())]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
