# Minimal Debian systems by debootstrap, which reach the network as this machine does. Source it after lib.sh.
# shellcheck shell=bash disable=SC2154 # lib.sh sets root

# The address of this machine's own source of Debian's packages.
debian_mirror() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" && $2 == "main" { print $3; exit }'
}

debian_base() { echo "$root/build/fresh/$1.tar"; }

# make_debian_base <suite>: makes the system that debian_base names, unless it is there from the time before.
make_debian_base() {
  local suite=$1 base system address
  base=$(debian_base "$suite")
  [[ ! -f $base ]] || return 0
  have debootstrap || fail "debootstrap is not installed: run script/bootstrap"
  address=$(debian_mirror)
  mkdir -p "${base%/*}"
  system=$(mktemp -d "${TMPDIR:-/var/tmp}/toolkitd-base-$suite.XXXXXX")
  quietly "debootstrap-$suite" "Making a minimal $suite" \
    as_root debootstrap --variant=minbase "$suite" "$system" "${address:-http://deb.debian.org/debian}" ||
    fail "debootstrap could not make $suite: see above"
  # As in the images that Docker's registry has: what is thrown away need not reach the disk after each file.
  echo force-unsafe-io | as_root tee "$system/etc/dpkg/dpkg.cfg.d/unsafe-io" >/dev/null
  as_root tar -C "$system" -cf - . >"$base.part" && mv "$base.part" "$base"
  as_root rm -rf --one-file-system "$system"
}

lent_apt_options() { apt-config dump | grep -E '^Acquire::(http|https|Retries|Check)' || true; }

lent_npm_options() {
  if have npm; then echo "registry=$(npm config get registry)"; fi
  if [[ -n ${NODE_EXTRA_CA_CERTS:-} ]]; then echo cafile=/etc/lent/certificates.crt; fi
}

# lend_network <system>: gives a system this machine's names, apt's options for fetching, npm's registry and certificates.
lend_network() {
  local system=$1
  as_root cp /etc/resolv.conf /etc/hosts "$system/etc/"
  if [[ -n ${NODE_EXTRA_CA_CERTS:-} ]]; then
    as_root install -D -m 644 "$NODE_EXTRA_CA_CERTS" "$system/etc/lent/certificates.crt"
  fi
  lent_apt_options | as_root tee "$system/etc/apt/apt.conf.d/90lent" >/dev/null
  lent_npm_options | as_root tee "$system/root/.npmrc" >/dev/null
}
