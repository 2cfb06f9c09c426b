#!/usr/bin/env bash
# Starts real servers for the tests, on loopback, and says how tests find them: up.sh DIR [pds snac wordpress smtp imap calendar pages clock postgresql …]
# Then: source DIR/env; dotnet test; tests/servers/down.sh DIR. On Debian; as root it installs the packages that are missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$(mkdir -p "$1" && cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- pds snac wordpress smtp imap calendar pages clock postgresql

packages_of() {
  case $1 in
    pds) echo gcc g++ make ;;
    snac) echo curl ;;
    wordpress) echo wordpress php-cli php-mysql php-gd php-xml php-mbstring php-curl mariadb-server curl ;;
    imap) echo dovecot-imapd curl ;;
    calendar) echo python3-icalendar ;;
    pages) echo default-jre-headless chromium fonts-dejavu-core ;;
    clock) echo faketime ;;
    postgresql) echo postgresql pgbouncer ;;
  esac
}

missing=()
command -v python3 >/dev/null || missing+=(python3)
for name in "$@"; do
  for package in $(packages_of "$name"); do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
  done
  case $name in pds | smtp | calendar | pages) command -v npm >/dev/null || missing+=(nodejs npm node-gyp) ;; esac
done
if [ ${#missing[@]} -gt 0 ]; then
  as=()
  [ "$(id -u)" -eq 0 ] || as=(sudo -n)
  "${as[@]}" apt-get update -qq
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# A free port and the one after it.
free_ports() {
  python3 - <<'PY'
import random, socket
while True:
    port = random.randrange(20000, 30000, 2)
    try:
        for one in (port, port + 1):
            with socket.socket() as s:
                s.bind(("127.0.0.1", one))
        print(port)
        break
    except OSError:
        pass
PY
}

: >"$dir/env"
for name in "$@"; do
  "$here/$name-up.sh" "$dir/$name" "$(free_ports)"
  cat "$dir/$name/env" >>"$dir/env"
  echo "$name is up"
done
