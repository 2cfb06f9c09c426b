#!/usr/bin/env bash
# PostgreSQL on loopback, and a PgBouncer in transaction mode before it: postgresql-up.sh DIR PORT [BOUNCER_PORT]. Needs both.
set -euo pipefail
dir=$1 port=$2 bouncer=${3:-$((port + 1))}
mkdir -p "$dir/run"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
# The server refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
  chown -R postgres "$dir"
  as=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
printf '%s' "$password" >"$dir/password"
chmod 644 "$dir/password"
"${as[@]}" "$bin/initdb" -D "$dir/data" -U comms --pwfile="$dir/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$dir/initdb.log"
cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$dir/run'
max_connections = 200
CONF
setsid "${as[@]}" "$bin/postgres" -D "$dir/data" >"$dir/log" 2>&1 &
echo $! >"$dir/pid"
for _ in $(seq 100); do
  "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && break
  sleep 0.1
done
export PGPASSWORD=$password
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U comms -d postgres -c 'CREATE DATABASE comms' || { cat "$dir/log" >&2; exit 1; }

printf '"comms" "%s"\n' "$password" >"$dir/users"
cat >"$dir/pgbouncer.ini" <<CONF
[databases]
comms = host=127.0.0.1 port=$port dbname=comms
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $bouncer
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $dir/users
pool_mode = transaction
default_pool_size = 4
CONF
[ "$(id -u)" -ne 0 ] || chown postgres "$dir/users" "$dir/pgbouncer.ini"
setsid "${as[@]}" "$(command -v pgbouncer || echo /usr/sbin/pgbouncer)" "$dir/pgbouncer.ini" >"$dir/bouncer.log" 2>&1 &
echo $! >>"$dir/pid"
for _ in $(seq 100); do
  "$bin/psql" -q -h 127.0.0.1 -p "$bouncer" -U comms -d comms -c 'SELECT' >/dev/null 2>&1 && break
  sleep 0.1
done
"$bin/psql" -q -h 127.0.0.1 -p "$bouncer" -U comms -d comms -c 'SELECT' >/dev/null || { cat "$dir/bouncer.log" >&2; exit 1; }
cat >"$dir/env" <<ENV
export COMMS_TEST_POSTGRESQL='Host=127.0.0.1;Port=$port;Username=comms;Password=$password;Database=comms'
export COMMS_TEST_PGBOUNCER='Host=127.0.0.1;Port=$bouncer;Username=comms;Password=$password;Database=comms'
ENV
