#!/bin/sh
# html_browser.sh REPORT HOSTILE: opens the HTML reports in headless Chromium (html_test.mjs).
#
# puppeteer-core and axe-core come from npm into $HTML_TEST_DIR, by default a folder of the
# build. Where there is no Chromium it says so and exits 77, which ctest counts as skipped;
# in CI, where scanner/packages.sh has installed one, that is a failure.
set -eu

puppeteer=24.43.1
axe=4.14.1
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
dir=${HTML_TEST_DIR:-$top/build/npm/html-$puppeteer-$axe}

fail() {
  echo "html_browser.sh: $*" >&2
  exit 1
}

if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    [ -z "${CI:-}" ] || fail "no Chromium, and this is CI"
    echo "html_browser.sh: SKIPPED: no Chromium here (apt install chromium)" >&2
    exit 77
  }
fi
if [ ! -d "$dir/node_modules/puppeteer-core" ] || [ ! -d "$dir/node_modules/axe-core" ]; then
  command -v npm >/dev/null || fail "npm is missing: install it (apt install npm)"
  npm install --silent --no-audit --no-fund --prefix "$dir" \
    "puppeteer-core@$puppeteer" "axe-core@$axe" ||
    fail "npm cannot install puppeteer-core and axe-core into $dir"
fi
export CHROMIUM NODE_MODULES="$dir/node_modules"
exec node "$here/html_test.mjs" "$@"
