#!/usr/bin/env bash
# An SMTP server that fails when told to, on loopback: smtp-up.sh DIR PORT [CONTROL_PORT]. Needs node and npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1 port=$2 control=${3:-$((port + 1))}
mkdir -p "$dir"
kept=${COMMS_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comms-core-tests}/smtp-$(sha256sum "$here/smtp/package-lock.json" | cut -c1-12)
if [ ! -e "$kept/whole" ]; then
  rm -rf "$kept" && mkdir -p "$kept"
  cp "$here/smtp/package.json" "$here/smtp/package-lock.json" "$kept"
  (cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  touch "$kept/whole"
fi
cp "$here/smtp/serve.mjs" "$kept"
cd "$kept"
setsid node serve.mjs "$port" "$control" >"$dir/log" 2>&1 &
echo $! >"$dir/pid"
for _ in $(seq 100); do
  grep -q '^ready' "$dir/log" && break
  sleep 0.1
done
grep -q '^ready' "$dir/log" || { cat "$dir/log" >&2; exit 1; }
printf 'export COMMS_TEST_SMTP=smtp://127.0.0.1:%s\nexport COMMS_TEST_SMTP_CONTROL=http://127.0.0.1:%s\n' "$port" "$control" >"$dir/env"
