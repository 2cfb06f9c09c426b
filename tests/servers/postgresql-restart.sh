#!/usr/bin/env bash
# Kills the PostgreSQL that postgresql-up.sh DIR started, as a power cut would, and starts it again: postgresql-restart.sh DIR.
set -euo pipefail
dir=$1
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=postgres --regid=postgres --init-groups)
server=$(head -n 1 "$dir/data/postmaster.pid")
kill -QUIT "$server"
while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
setsid "${as[@]}" "$bin/postgres" -D "$dir/data" >>"$dir/log" 2>&1 &
echo $! >>"$dir/pid"
