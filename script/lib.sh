# What the commands in this folder share. Source it; it runs nothing by itself.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/log

say() { printf '== %s\n' "$*"; }

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# With -h or --help first, prints what the head of the command's file says of it, and ends the command.
help_if_asked() {
  [[ ${1:-} == -h || ${1:-} == --help ]] || return 0
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" | grep -v '^shellcheck '
  exit 0
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root: directly, or through sudo.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    fail "this needs root once, and sudo is not installed: as root, run ${root}/script/bootstrap test"
  fi
}

# Prints elapsed time and the newest line of a log until it is ended: every second on a terminal, else every half minute.
show_progress() {
  local log=$1 started=$SECONDS pause=30 line
  [[ -t 1 ]] && pause=1
  while sleep "$pause"; do
    line=$(tail -c 400 "$log" | tr '\r' '\n' | sed '/^[[:space:]]*$/d' | tail -n 1)
    if [[ -t 1 ]]; then
      printf '\r\033[K   %ss  %.90s' "$((SECONDS - started))" "$line"
    else
      printf '   %ss  %.110s\n' "$((SECONDS - started))" "$line"
    fi
  done
}

# quietly <name> <what it does> <command...>: runs it with its output in build/log/<name>.log, showing progress;
# if it fails, prints the end of that log and returns its exit code.
quietly() {
  local name=$1 what=$2 log=$logs/$1.log started=$SECONDS code=0 progress
  shift 2
  mkdir -p "$logs"
  say "$what"
  : >"$log"
  show_progress "$log" &
  progress=$!
  "$@" >"$log" 2>&1 </dev/null || code=$?
  kill "$progress" 2>/dev/null || true
  wait "$progress" 2>/dev/null || true
  [[ -t 1 ]] && printf '\r\033[K'
  if [[ $code != 0 ]]; then
    tail -n 25 "$log" >&2
    printf '   failed after %ss; the whole log: build/log/%s.log\n' "$((SECONDS - started))" "$name" >&2
    return "$code"
  fi
  printf '   done in %ss\n' "$((SECONDS - started))"
}

# configure_and_build <preset> [target...]: shows ninja's own progress.
configure_and_build() {
  local preset=$1 started=$SECONDS
  shift
  quietly "configure-$preset" "Configuring build/$preset" cmake --preset "$preset" -S "$root" ||
    fail "CMake could not configure build/$preset: see what it says above (script/bootstrap installs what is missing)"
  say "Building build/$preset"
  NINJA_STATUS='[%f/%t %es] ' cmake --build "$root/build/$preset" ${1:+--target "$@"} ||
    fail "the build of build/$preset failed: the first error above says where"
  printf '   done in %ss\n' "$((SECONDS - started))"
}

# The C++ files under the given folders of the project, one a line.
cpp_files() {
  find "$@" -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print | sort
}

# The name under which one of clang's tools is installed: version 19, which both Debians have, before any other.
tool() {
  if have "$1-19"; then
    echo "$1-19"
  elif have "$1"; then
    echo "$1"
  else
    fail "$1 is not installed: run script/bootstrap"
  fi
}

# run_ctest <preset> [wrapper...]: all unit tests of a preset, failing output shown.
run_ctest() {
  local preset=$1
  shift
  "$@" ctest --preset "$preset" --parallel "$(nproc)" --progress
}
