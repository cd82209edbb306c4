#!/usr/bin/env bash
# Whole-process CPU time of `diff` and `check` over one edition, beside a JVM with its own class-data
# archive and the same flags that parses the same files and does nothing else; and of `check specs/` over
# all editions, beside a start that says its version. Prints medians, and how they compare.
#
#   mvn -B -Pbenchmarks -pl benchmarks -am -DskipTests -Dquick package && benchmarks/start-up.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-15}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
flags=(-XX:TieredStopAtLevel=1 -XX:C1MaxInlineLevel=2 -XX:C1MaxInlineSize=20 -XX:+UseSerialGC -Xmn24m
  -Xshare:auto -Xlog:disable -Xlog:all=error:stderr)

one=$scratch/one # one edition and its vocabulary
mkdir "$one" && cp -r specs/guest_memfd.folio specs/rfc2024 "$one/"

jar cf "$scratch/parse-only.jar" -C benchmarks/target/classes dev/foliospec/benchmarks/ParseOnly.class
class_path=$scratch/parse-only.jar
for jar in benchmarks/target/app/foliospec-grammar-*.jar benchmarks/target/app/foliospec-compiler-*.jar \
  benchmarks/target/app/antlr4-runtime-*.jar benchmarks/target/app/jspecify-*.jar; do
  class_path=$class_path:$jar
done
main=dev.foliospec.benchmarks.ParseOnly
java "${flags[@]}" -XX:ArchiveClassesAtExit="$scratch/parse-only.jsa" -cp "$class_path" $main "$one" >&2

parse_one() { java "${flags[@]}" -XX:SharedArchiveFile="$scratch/parse-only.jsa" -cp "$class_path" $main "$one"; }
diff_one() { ./foliospec diff rfc2024.sev rfc2024.tdx --specs "$one"; }
check_one() { ./foliospec check "$one"; }
start_all() { ./foliospec --version; }
check_all() { ./foliospec check specs/; }

cpu() { # seconds of user and system time of one run
  local TIMEFORMAT='%U %S'
  { time "$1" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.3f\n", $1 + $2 }'
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

names='parse_one diff_one check_one start_all check_all'
./foliospec check specs/ >/dev/null
for name in $names; do cpu "$name" >/dev/null; done
for ((run = 0; run < runs; run++)); do
  for name in $names; do cpu "$name" >>"$scratch/$name"; done
done
base=$(median <"$scratch/parse_one")
echo "one edition, s of CPU (median of $runs):"
echo "  parse  $base"
for name in diff_one check_one; do
  median <"$scratch/$name" |
    awk -v n="${name%_*}" -v b="$base" '{ printf "  %-5s  %.3f, ratio %.2f\n", n, $1, $1 / b }'
done
start=$(median <"$scratch/start_all")
echo "all editions: $(./foliospec check specs/ | tail -1)"
echo "  start  $start"
median <"$scratch/check_all" |
  awk -v s="$start" '{ printf "  check  %.3f, %.3f beyond the start\n", $1, $1 - s }'
