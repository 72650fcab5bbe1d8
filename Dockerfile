# toolkitd in a container: built and run on Debian 13 with Debian's packages only.
#   docker build --build-arg COMMIT="$(git rev-parse --short=12 HEAD)" -t toolkitd .
#   docker run --read-only --cap-drop ALL -p 127.0.0.1:8080:8080 toolkitd
# Your own content: -v "$PWD/config/content:/srv/toolkitd/config/content:ro"

FROM debian:trixie AS build
WORKDIR /src
COPY script/bootstrap script/lib.sh script/packages.sh script/
COPY web/docs/package.json web/docs/package-lock.json web/docs/
RUN script/bootstrap docs && rm -rf /var/lib/apt/lists/*
COPY . .
ARG COMMIT=unknown
RUN cmake --preset release -DBUILD_TESTING=OFF -DTOOLKITD_COMMIT="$COMMIT" \
    && cmake --build --preset release --target toolkitd \
    && strip build/release/toolkitd build/release/toolkitd-fetch.so

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates libbrotli1 libcmark0.30.2 libcpp-httplib0.18 libdeflate0 libfmt10 libdate-tz3 \
        libprometheus-cpp-core1.0 libspdlog1.15 libssl3t64 libxxhash0 libyaml-cpp0.8 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --no-create-home --home-dir /srv/toolkitd --shell /usr/sbin/nologin toolkitd
WORKDIR /srv/toolkitd
COPY --from=build /src/build/release/toolkitd /usr/local/bin/toolkitd
COPY --from=build /src/build/release/toolkitd-fetch.so /usr/local/lib/toolkitd/toolkitd-fetch.so
COPY config config
USER 10001:10001
ENV TOOLKITD_HOST=0.0.0.0 TOOLKITD_PORT=8080
# How much is read is not for whoever reads: Prometheus asks here, and nobody publishes this port.
ENV TOOLKITD_METRICS_ADDRESS=0.0.0.0:9464
EXPOSE 8080 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 CMD ["toolkitd", "health"]
ENTRYPOINT ["toolkitd"]
CMD ["serve"]
