"""Records what libraries that read environment files make of fixtures/dotenv/cases.json.

usage: record.py NODE_FOLDER GO_READER > fixtures/dotenv/readers.json

Needs python-dotenv and django-environ (pip), in NODE_FOLDER the packages dotenv@17 and
dotenv-expand@12 (npm), and GO_READER, the program built from record.go. A reader that
refuses a text has null there. "bash" is `set -a; . FILE` in an empty environment.
"""

import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import dotenv
import environ

HERE = pathlib.Path(__file__).resolve().parent


def python_dotenv(text, interpolate):
    values = dotenv.dotenv_values(stream=io.StringIO(text), interpolate=interpolate)
    return {name: value for name, value in values.items() if value is not None}


def django_environ(text):
    environ.Env.ENVIRON = {}
    environ.Env.read_env(io.StringIO(text), parse_comments=True)
    return dict(environ.Env.ENVIRON)


def program(command, text):
    done = subprocess.run(command, input=text.encode(), capture_output=True, env={"PATH": os.environ["PATH"]})
    return json.loads(done.stdout) if done.returncode == 0 else None


def bash(text):
    with tempfile.NamedTemporaryFile() as file:
        file.write(text.encode())
        file.flush()
        script = 'set -aeu +u; . "$0"; exec env -0'
        done = subprocess.run(["env", "-i", "bash", "--norc", "-c", script, file.name], capture_output=True)
    if done.returncode != 0 or done.stderr:
        return None
    pairs = (pair.split("=", 1) for pair in done.stdout.decode().split("\0") if pair)
    return {name: value for name, value in pairs if name not in ("PWD", "SHLVL", "_", "OLDPWD")}


def main():
    node, go = sys.argv[1:]
    cases = json.loads((HERE.parents[2] / "fixtures/dotenv/cases.json").read_text())
    for case in cases:
        text = case["text"]
        def run_node(mode):
            return program(["node", str(HERE / "record.js"), node, mode], text)

        case["plain"] = {
            "python-dotenv": python_dotenv(text, False),
            "dotenv": run_node("plain"),
        }
        case["expanded"] = {
            "python-dotenv": python_dotenv(text, True),
            "dotenv-expand": run_node("expand"),
            "compose": program([go, "compose"], text),
            "godotenv": program([go, "godotenv"], text),
        }
        if case.get("shell", True):
            case["expanded"]["bash"] = bash(text)
        if "$" not in text:
            case["plain"]["django-environ"] = django_environ(text)
    json.dump(cases, sys.stdout, indent=1, ensure_ascii=True)
    print()


main()
