#!/usr/bin/env bash
# Readers of pages that are not ours: the Nu Html Checker, axe in Chromium, caniemail, WordPress's editor: pages-up.sh DIR.
# Needs npm, node, a Java and Chromium. Nothing runs: tests call the program that the variable names.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1
mkdir -p "$dir"
kept=${COMMS_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comms-core-tests}/pages-$(sha256sum "$here/pages/package-lock.json" | cut -c1-12)
if [ ! -e "$kept/whole" ]; then
  rm -rf "$kept" && mkdir -p "$kept"
  cp "$here/pages/package.json" "$here/pages/package-lock.json" "$kept"
  (cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  touch "$kept/whole"
fi
cp "$here/pages/check.mjs" "$kept"
java -version 2>/dev/null
chromium --version >/dev/null
printf 'export COMMS_TEST_PAGES=%s\n' "$kept/check.mjs" >"$dir/env"
