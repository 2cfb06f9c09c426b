#!/usr/bin/env bash
# No server: a library that gives a program a clock of its own, for tests that start one on Christmas Eve: clock-up.sh DIR. Needs faketime.
set -euo pipefail
dir=$1
mkdir -p "$dir"
library=$(dpkg-query -L libfaketime | grep '/libfaketimeMT\.so\.1$')
echo "export COMMS_TEST_CLOCK=$library" >"$dir/env"
