#!/usr/bin/env bash
# WordPress on PHP's own web server and a MariaDB of its own, both on loopback: wordpress-up.sh DIR PORT [DATABASE_PORT].
# Needs Debian's wordpress, php-cli, php-mysql, php-gd, php-xml, php-mbstring, php-curl, mariadb-server, and curl.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1 port=$2 database=${3:-$((port + 1))}
mkdir -p "$dir"/{site,run,db}
chmod 755 "$dir"
user=mysql
[ "$(id -u)" -eq 0 ] || user=$(id -un)
[ "$(id -u)" -ne 0 ] || chown mysql "$dir/db" "$dir/run"
socket=$dir/run/db.sock

mariadb-install-db --no-defaults --user="$user" --datadir="$dir/db" --auth-root-authentication-method=normal --skip-test-db \
  >"$dir/run/install.log" 2>&1 || { cat "$dir/run/install.log" >&2; exit 1; }
setsid mariadbd --no-defaults --user="$user" --datadir="$dir/db" --socket="$socket" --bind-address=127.0.0.1 --port="$database" \
  --pid-file="$dir/run/db.pid" --skip-log-bin --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M --skip-name-resolve \
  >"$dir/run/db.log" 2>&1 &
echo $! >"$dir/pid"
for _ in $(seq 300); do
  mariadb-admin --no-defaults -S "$socket" -u root ping >/dev/null 2>&1 && break
  sleep 0.1
done
mariadb --no-defaults -S "$socket" -u root \
  -e "CREATE DATABASE wp; CREATE USER wp@'127.0.0.1' IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO wp@'127.0.0.1';"

cp -rL /usr/share/wordpress/. "$dir/site/" 2>/dev/null || true
mkdir -p "$dir"/site/wp-content/{uploads,mu-plugins}
sed -e "s/@PORT@/$port/g" -e "s/@DATABASE@/$database/g" "$here/wordpress/wp-config.php" >"$dir/site/wp-config.php"
php -d error_reporting=E_ERROR "$here/wordpress/setup.php" "$dir/site" "$dir/passwords.env" >"$dir/run/setup.log" 2>&1 ||
  { cat "$dir/run/setup.log" >&2; exit 1; }
PHP_CLI_SERVER_WORKERS=4 setsid php -d error_reporting=E_ERROR -d display_errors=0 -S "127.0.0.1:$port" -t "$dir/site" \
  "$here/wordpress/router.php" >"$dir/run/php.log" 2>&1 &
echo $! >>"$dir/pid"
for _ in $(seq 300); do
  curl -sf --max-time 5 "http://127.0.0.1:$port/wp-json/" >/dev/null && break
  sleep 0.1
done
curl -sf --max-time 5 "http://127.0.0.1:$port/wp-json/" >/dev/null || { cat "$dir/run/php.log" >&2; exit 1; }
{ echo "export COMMS_TEST_WORDPRESS=http://127.0.0.1:$port COMMS_TEST_WORDPRESS_SITE=$dir/site"; cat "$dir/passwords.env"; } >"$dir/env"
