# clang-tidy over all our sources, in parallel; a source that was clean is not read again until it, a header of ours that
# it includes, the configuration or the tool changes. The verdicts are kept in ~/.cache/toolkitd (TOOLKITD_CACHE).
# shellcheck shell=bash

tidy_cache=${TOOLKITD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/toolkitd}/tidy

# Per source, one line: its path and its headers of ours, as the build recorded them.
tidy_inputs() {
  ninja -C "$1" -t deps 2>/dev/null | awk -v here="$PWD/" '
    /^[^ ].*\.o: #deps/ { source = ""; next }
    /^ / {
      sub(/^ +/, ""); sub(/^\.\.\/\.\.\//, "")
      if (index($0, here) == 1) $0 = substr($0, length(here) + 1)
      if ($0 ~ /^(service|api)\//) { line = (source == "" ? $0 : line " " $0); source = "x" }
    }
    /^$/ { if (source != "") print line; source = "" }'
}

tidy_key() { { echo "$tidy_version"; sha256sum .clang-tidy CMakePresets.json cmake/*.cmake "$@"; } | sha256sum | cut -c1-40; }

# Checks one source: <build folder> <source> <its headers...>. Prints what it finds.
tidy_one() {
  local build=$1 source=$2 key log
  shift
  key=$(tidy_key "$@")
  [[ ! -e $tidy_cache/$key ]] || return 0
  log=$(mktemp)
  if "$tidy" -p "$build" --quiet "$source" >"$log" 2>&1; then
    mkdir -p "$tidy_cache" && : >"$tidy_cache/$key"
    echo "   clean: $source"
  else
    grep -v 'warnings generated\|^Suppressed\|^Use -header-filter' "$log"
    echo "   failed: $source"
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# The sources among the build's commands that the build recorded nothing for are checked without their headers' help.
tidy_all() {
  local build=$1
  tidy=$(tool clang-tidy)
  tidy_version=$("$tidy" --version | sed -n 's/.*version //p')
  export tidy tidy_version tidy_cache
  export -f tidy_one tidy_key
  # shellcheck disable=SC2016 # the inner shell expands them: one call a line, its words the arguments
  tidy_inputs "$build" | sort | xargs -P "$(nproc)" -L 1 bash -c 'tidy_one "$0" "$@"' "$build"
}
