#!/usr/bin/env bash
# Ends what up.sh started, by process group: down.sh DIR
set -u
for file in "$1"/*/pid; do
  [ -e "$file" ] || continue
  while read -r pid; do
    kill -- "-$pid" 2>/dev/null || kill "$pid" 2>/dev/null || true
  done <"$file"
done
