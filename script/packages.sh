# The Debian packages that toolkitd needs, by their names in Debian 12 and 13. Read by script/bootstrap.
# shellcheck shell=bash disable=SC2034

# To configure, build and serve; curl and jq to ask the service as the README does. cpp-httplib is not here:
# script/bootstrap decides where it comes from.
build_packages=(
  g++ cmake ninja-build pkgconf ccache ca-certificates curl jq tzdata
  libbrotli-dev libssl-dev libcli11-dev libcmark-dev libdeflate-dev libexpected-dev libfmt-dev libhowardhinnant-date-dev
  libspdlog-dev libvalijson-dev libxxhash-dev libyaml-cpp-dev nlohmann-json3-dev prometheus-cpp-dev
)

# To test and check as well. Both Debians have version 19 of the clang tools, so both give the same verdict.
# nginx, HAProxy, and Varnish behind hitch stand in front of the service in some tests; strace has the kernel fail as it may;
# libfaketime sets their clocks; systemd reads our units, and need not run.
# chromium shows what browsers are given, and the checker of its HTML is written in Java; xmllint holds feeds against
# their schema, and feedparser reads them as their readers do. Prometheus scrapes the metrics, and its Python client holds the reference parser of OpenMetrics.
# Firefox, and WebKitGTK by its WebDriver on a display that Xvfb makes, show the same pages as chromium. WordPress, with PHP and
# MariaDB, embeds the toolkit as a portal would. buildah builds the image, from base images that debootstrap makes.
test_packages=(
  libgtest-dev libgmock-dev libxml2-utils clang-format-19 clang-tidy-19 shellcheck nginx haproxy strace chromium
  default-jre-headless libfaketime systemd varnish hitch prometheus
  python3-prometheus-client python3-feedparser
  firefox-esr webkit2gtk-driver xvfb xauth wordpress php-cli php-mysql mariadb-server buildah debootstrap
)

# For script/bench: load generators, and what is measured beside the service.
bench_packages=(nginx libnginx-mod-http-brotli-static wrk slowhttptest libbenchmark-dev libmicrohttpd-dev)

# For script/fuzz: libFuzzer comes with clang.
fuzz_packages=(clang-19 libclang-rt-19-dev llvm-19)

# Node.js and npm, where there are none yet: any other Node.js of version 18 or later is as good.
node_packages=(nodejs npm)

# kubectl, whose kustomize builds deploy/kubernetes, where there is none yet: any other is as good.
kubectl_packages=(kubernetes-client)
