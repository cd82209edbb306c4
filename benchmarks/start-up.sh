#!/usr/bin/env bash
# Whole-process CPU time of `diff` and `check specs/`, beside a JVM with its own class-data archive and
# the same flags that parses the same files and does nothing else. Prints medians and ratios.
#
#   mvn -B -Pbenchmarks -pl benchmarks -am -DskipTests -Dquick package && benchmarks/start-up.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-15}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
flags=(-XX:TieredStopAtLevel=1 -XX:C1MaxInlineLevel=2 -XX:C1MaxInlineSize=20 -XX:+UseSerialGC -Xmn24m
  -Xshare:auto -Xlog:disable -Xlog:all=error:stderr)

jar cf "$scratch/parse-only.jar" -C benchmarks/target/classes dev/foliospec/benchmarks/ParseOnly.class
class_path=$scratch/parse-only.jar
for jar in benchmarks/target/app/foliospec-grammar-*.jar benchmarks/target/app/foliospec-compiler-*.jar \
  benchmarks/target/app/antlr4-runtime-*.jar benchmarks/target/app/jspecify-*.jar; do
  class_path=$class_path:$jar
done
main=dev.foliospec.benchmarks.ParseOnly
java "${flags[@]}" -XX:ArchiveClassesAtExit="$scratch/parse-only.jsa" -cp "$class_path" $main specs >&2

parse_only() { java "${flags[@]}" -XX:SharedArchiveFile="$scratch/parse-only.jsa" -cp "$class_path" $main specs; }
diff_two() { ./foliospec diff rfc2024.sev rfc2024.tdx; }
check_all() { ./foliospec check specs/; }

cpu() { # seconds of user and system time of one run
  local TIMEFORMAT='%U %S'
  { time "$1" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.3f\n", $1 + $2 }'
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

./foliospec check specs/ >/dev/null
for name in parse_only diff_two check_all; do cpu "$name" >/dev/null; done
for ((run = 0; run < runs; run++)); do
  for name in parse_only diff_two check_all; do cpu "$name" >>"$scratch/$name"; done
done
base=$(median <"$scratch/parse_only")
echo "parse only  ${base} s CPU (median of $runs)"
for name in diff_two check_all; do
  it=$(median <"$scratch/$name")
  awk -v n="${name%_*}" -v a="$it" -v b="$base" 'BEGIN { printf "%-10s  %.3f s CPU, ratio %.2f\n", n, a, a / b }'
done
