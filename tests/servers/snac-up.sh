#!/usr/bin/env bash
# snac, a small server that speaks part of Mastodon's API, on loopback: snac-up.sh DIR PORT. Needs apt-get, dpkg and curl.
# Debian 12 has no package of it, and that of Debian 13 runs here: it is fetched and unpacked, not installed.
set -euo pipefail
dir=$1 port=$2 version=2.75-2
mkdir -p "$dir"
kept=${COMMS_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comms-core-tests}/snac-$version
if [ ! -x "$kept/root/usr/bin/snac" ]; then
  mkdir -p "$kept"/apt/{lists,cache/archives}/partial
  mirror() { apt-get indextargets --format '$(SITE)' 'Origin: Debian' 'Codename: bookworm' | head -n 1; }
  # A machine that never asked for its packages knows no mirror yet.
  [ -n "$(mirror)" ] || apt-get update -qq
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) trixie main" >"$kept/apt/trixie.list"
  only=(-o "Dir::Etc::sourcelist=$kept/apt/trixie.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$kept/apt/lists"
    -o "Dir::Cache=$kept/apt/cache" -o APT::Sandbox::User=root)
  apt-get "${only[@]}" update -qq
  (cd "$kept" && apt-get "${only[@]}" download -qq "snac2=$version" && dpkg-deb -x snac2_*.deb root)
  rm -rf "$kept/apt"
fi
snac=$kept/root/usr/bin/snac
printf '127.0.0.1\n%s\n127.0.0.1:%s\n\n\n' "$port" "$port" | "$snac" init "$dir/data" >"$dir/init.log" 2>&1
sed -i -e 's/"protocol": "https"/"protocol": "http",\n    "disable_sandbox": true/' "$dir/data/server.json"
password=$(printf '\n' | "$snac" adduser "$dir/data" town 2>&1 | sed -n 's/^User password is //p')
setsid "$snac" httpd "$dir/data" >"$dir/log" 2>&1 &
echo $! >"$dir/pid"
token=""
for _ in $(seq 100); do
  token=$(curl -sf --max-time 2 "http://127.0.0.1:$port/oauth/x-snac-get-token" \
    --data-urlencode login=town --data-urlencode "passwd=$password" || true)
  [ -n "$token" ] && break
  sleep 0.1
done
[ -n "$token" ] || { cat "$dir/log" >&2; exit 1; }
printf 'export COMMS_TEST_SNAC=http://127.0.0.1:%s\nexport COMMS_TEST_SNAC_TOKEN=%s\n' "$port" "$token" >"$dir/env"
