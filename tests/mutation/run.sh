#!/usr/bin/env bash
# Changes the code of Approval and Scheduling in one place after another and asks their tests whether they notice; writes
# report.md. Ends with 1 below the score in stryker-config.json. Ten to twenty minutes on two processors.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=5.1.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet tool install dotnet-stryker --version "$version" --tool-path "$work/tool"
cd "$here"
code=0
# Thirty cases of each property are enough to notice a change, where the tests themselves look at more.
CsCheck_Iter=30 "$work/tool/dotnet-stryker" -O "$work/out" || code=$?

report="$work/out/reports/mutation-report.md"
{
  echo "# Mutation score of Approval and Scheduling"
  echo
  echo "Written by \`run.sh\` on $(date -u +%Y-%m-%d): Stryker.NET $version, .NET SDK $(dotnet --version), $(uname -sm), $(nproc) processors."
  echo "A change that makes its tests run on and on counts as noticed (Timeout). Changes that do not compile count for nothing."
  echo
  grep '^| File \|^| ---\|^| \(Approval\|Scheduling\)' "$report" | grep -v 'N\\/A' | sed 's/\\//g' | cut -d '|' -f 1-7 | sed 's,$,|,'
  echo
  grep -o 'The final mutation score is .*%' "$report"
} > report.md
exit "$code"
