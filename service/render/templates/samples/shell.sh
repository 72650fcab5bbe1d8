#!/bin/sh
# Prints the toolkit. A copy is kept in a folder of its own. While the service is away the copy is printed until the end of
# stale-if-error or until the law changes, whichever comes first; then the text below.
url='@SERVICE@/embed/@TOOLKIT@/fragment?lang=en&heading=3'
mkdir -p "${1:-cast-toolkit}" && cd "${1:-cast-toolkit}" || exit 1
now=$(date +%s)

seconds() { tr -d '\r' <fields | sed -n "s/^[Cc]ache-[Cc]ontrol:.*$1=\([0-9]*\).*/\1/p" | tail -n 1; }
age() { tr -d '\r' <fields | sed -n 's/^[Aa]ge: *\([0-9]*\).*/\1/p' | tail -n 1; }
is_whole() { grep -q '^<div class="cast-toolkit"' "$1" && [ "$(tail -n 1 "$1")" = '</div>' ]; }
holds() {
  until=$(sed -n 's/.* data-valid-until="\([^"]*\)".*/\1/p' copy.html)
  [ "$now" -lt "$(cat end)" ] && { [ -z "$until" ] || expr "$(date -u +%Y-%m-%dT%H:%M:%SZ)" '<' "$until" >/dev/null; }
}

touch tag
status=$(curl --silent --max-time 5 --compressed --dump-header fields --etag-compare tag --etag-save tag.new \
  --output new.html --write-out '%{http_code}' "$url")
if [ "$status" = 200 ] && is_whole new.html; then
  mv new.html copy.html
  mv tag.new tag
elif [ "$status" != 304 ]; then
  status=
fi
if [ -n "$status" ] && [ -f copy.html ]; then
  max_age=$(seconds max-age) stale=$(seconds stale-if-error) age=$(age)
  echo $((now - ${age:-0} + ${max_age:-0} + ${stale:-0})) >end
  cat copy.html
elif [ -f copy.html ] && holds; then
  cat copy.html
else
  rm -f copy.html tag
  cat <<'CAST_TOOLKIT_AWAY'
@AWAY@
CAST_TOOLKIT_AWAY
fi
