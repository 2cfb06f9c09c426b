#!/usr/bin/env bash
# Dovecot as a plain process on loopback, any user with the password "secret": imap-up.sh DIR PORT. Needs dovecot-imapd and curl.
set -euo pipefail
dir=$1 port=$2
mkdir -p "$dir"/{mail,run}
chmod 755 "$dir"
chown nobody "$dir/mail"
cat >"$dir/dovecot.conf" <<CONF
base_dir = $dir/run
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
log_path = $dir/log
default_internal_user = dovecot
default_login_user = dovenull
mail_location = maildir:$dir/mail/%u
first_valid_uid = 1
mail_uid = nobody
mail_gid = nogroup
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$dir/mail/%u
}
service imap-login {
  inet_listener imap {
    port = $port
    address = 127.0.0.1
  }
  inet_listener imaps {
    port = 0
  }
}
CONF
setsid dovecot -F -c "$dir/dovecot.conf" >"$dir/out" 2>&1 &
echo $! >"$dir/pid"
for _ in $(seq 100); do
  curl -s --max-time 1 "imap://127.0.0.1:$port/" -u ready:secret >/dev/null && break
  sleep 0.1
done
curl -s --max-time 2 "imap://127.0.0.1:$port/" -u ready:secret >/dev/null || { cat "$dir/out" "$dir/log" >&2; exit 1; }
echo "export COMMS_TEST_IMAP=imap://127.0.0.1:$port" >"$dir/env"
