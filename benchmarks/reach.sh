#!/usr/bin/env bash
# How many states a second of CPU: our engine, loops written by hand for the same model, and Spin where
# it is installed (`apt-get install spin gcc`). Prints tables for docs/benchmarks.md. Spin's depth is
# large enough for the longest path, as a search cut off there meets fewer states than there are.
#
#   mvn -B -Pbenchmarks -pl benchmarks -am -DskipTests -Dquick package && benchmarks/reach.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-9}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
class_path='benchmarks/target/classes:benchmarks/target/app/*'
main=dev.foliospec.benchmarks

reach() { # heap, then the arguments of ReachCost
  local heap=$1
  shift
  java -XX:+UseSerialGC "-Xmx$heap" -cp "$class_path" "$main.ReachCost" "$@"
}

spin_cost() { # pages, states, depth, bits of the hash table
  local name=$1-$2 TIMEFORMAT='%U %S'
  java -cp "$class_path" "$main.ReachPromela" "$1" "$2" >"$scratch/$name.pml"
  (cd "$scratch" && spin -a "$name.pml" >/dev/null &&
    gcc -O2 -DNOREDUCE -DSAFETY -w -o "pan-$name" pan.c)
  { time "$scratch/pan-$name" "-m$3" "-w$4" -n >"$scratch/$name.out" 2>&1; } 2>"$scratch/$name.time"
  awk -v want="$(($2 ** $1))" -v cpu="$(awk '{ print $1 + $2 }' "$scratch/$name.time")" '
    /error: max search depth/ { cut = 1 }
    / states, stored/ { met = $1 + 0 }
    END {
      if (cut || met < want * 0.9999 || met > want * 1.0001) {
        printf "| Spin | not valid: %s states%s | | | |\n", met, cut ? ", cut off by depth" : ""
      } else {
        printf "| Spin, depth '"$3"' | %.2f s | | %.0f thousand | |\n", cpu, met / cpu / 1000
      }
    }' "$scratch/$name.out"
}

shipped_cost() { # a system, of which a model was made
  local TIMEFORMAT='%U %S' times=20
  (cd "$scratch/$1/promela" && spin -a "$1.pml" >/dev/null &&
    gcc -O2 -DNOREDUCE -DSAFETY -w -o pan pan.c)
  { time for ((run = 0; run < times; run++)); do
    "$scratch/$1/promela/pan" -m1000000 -w20 -n >"$scratch/$1.out" 2>&1
  done; } 2>"$scratch/$1.time"
  awk -v cpu="$(awk -v times="$times" '{ print ($1 + $2) / times }' "$scratch/$1.time")" '
    /error: max search depth/ { print "| Spin | not valid: cut off by depth | | |"; exit }
    / states, stored/ {
      printf "| Spin | %.4f s | %d states | %.1f thousand |\n", cpu, $1, $1 / cpu / 1000
    }' "$scratch/$1.out"
}

for size in '3 40' '4 40' '5 28'; do
  read -r pages states <<<"$size"
  echo "### $pages pages of $states states"
  echo
  here=$([ "$pages" = 5 ] && echo 3 || echo "$rounds")
  # Sets of each kind in a process of their own, as they are in use: one compiled for both is slower.
  reach 3g "$pages" "$states" "$here" bits-by-hand bits usual bits-on-two-by-hand bits-on-two
  reach 3g "$pages" "$states" "$here" table-by-hand table table-on-two
  if command -v spin >/dev/null && command -v gcc >/dev/null; then
    case $size in
      '3 40') spin_cost 3 40 100000 20 ;;
      '4 40') spin_cost 4 40 3000000 24 ;;
      '5 28') spin_cost 5 28 20000000 26 ;;
    esac
  fi
  echo
done

for name in v8.range v8.range_snp; do
  echo "### $name, shipped, of 2 pages"
  echo
  java -XX:+UseSerialGC -cp "$class_path" "$main.SystemReach" specs "$name" 2 "$rounds" 1
  if command -v spin >/dev/null && command -v gcc >/dev/null; then
    ./foliospec generate --target promela --out "$scratch/$name" "$name" >/dev/null
    shipped_cost "$name"
  fi
  echo
done

echo '### 5 pages of 40 states, once, in a process of its own'
echo
reach 480m 5 40 1 usual
