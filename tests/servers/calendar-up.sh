#!/usr/bin/env bash
# Two readers of calendars that are not ours, ical.js and Debian's python3-icalendar: calendar-up.sh DIR. Needs npm and node.
# Nothing runs: tests call the two programs that the variables name.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1
mkdir -p "$dir"
kept=${COMMS_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comms-core-tests}/calendar-$(sha256sum "$here/calendar/package-lock.json" | cut -c1-12)
if [ ! -e "$kept/whole" ]; then
  rm -rf "$kept" && mkdir -p "$kept"
  cp "$here/calendar/package.json" "$here/calendar/package-lock.json" "$kept"
  (cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  touch "$kept/whole"
fi
cp "$here/calendar/read.mjs" "$kept"
/usr/bin/python3 -c 'import icalendar'
printf 'export COMMS_TEST_ICAL_JS=%s\nexport COMMS_TEST_ICAL_PYTHON=%s\n' "$kept/read.mjs" "$here/calendar/read.py" >"$dir/env"
