# Varnish in front of toolkitd: the cache. hitch.conf stands in front of it with TLS. As /etc/varnish/toolkitd.vcl;
# docs/in-front.md says how.
vcl 4.1;

import std;

backend toolkitd {
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 2s;
    .first_byte_timeout = 5s;
    .between_bytes_timeout = 5s;
    .probe = {
        .url = "/readyz";
        .interval = 2s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

sub vcl_recv {
    # To forget copies is for those who reach a listener of its own, on loopback: behind hitch every client is local.
    if (req.method == "PURGE") {
        if (local.socket != "purge") {
            return (synth(405));
        }
        if (req.http.Surrogate-Key !~ "^[A-Za-z0-9:-]+$") {
            return (synth(400));
        }
        if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)" + req.http.Surrogate-Key + "(\s|$)")) {
            return (synth(500));
        }
        return (synth(200));
    }

    # How much is read is for whoever runs the service. A letter may be written as its number.
    if (req.url ~ "(?i)^/+(m|%6d)(e|%65)(t|%74)(r|%72)(i|%69)(c|%63)(s|%73)(/|%2f|\?|#|$)") {
        return (synth(404));
    }

    # Of what a client says, only what can change an answer goes to the service and into the key: a copy serves as many as
    # it can. Varnish takes off fields by their names alone: a CDN in front that tells the reader's address in another
    # one is to be told not to.
    unset req.http.Authorization;
    unset req.http.CF-Connecting-IP;
    unset req.http.CF-Connecting-IPv6;
    unset req.http.Client-IP;
    unset req.http.Cookie;
    unset req.http.DNT;
    unset req.http.Fastly-Client-IP;
    unset req.http.Forwarded;
    unset req.http.From;
    unset req.http.Proxy-Authorization;
    unset req.http.Referer;
    unset req.http.Sec-CH-UA;
    unset req.http.Sec-CH-UA-Mobile;
    unset req.http.Sec-CH-UA-Platform;
    unset req.http.Sec-GPC;
    unset req.http.True-Client-IP;
    unset req.http.User-Agent;
    unset req.http.Via;
    unset req.http.X-Client-IP;
    unset req.http.X-Cluster-Client-IP;
    unset req.http.X-Forwarded-For;
    unset req.http.X-Original-Forwarded-For;
    unset req.http.X-Real-IP;
    set req.http.Host = "toolkitd";
    if (req.url ~ "\?" && req.url !~ "%" &&
        req.url !~ "[?&](as_of|lang|audience|currency|kind|toolkit|sections|theme|heading|url|format|maxwidth|maxheight)(=|&|$)") {
        set req.url = regsub(req.url, "\?.*", "");
    }
    if (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*(,|$|;\s*q=(1|0\.0*[1-9]))") {
        set req.http.Accept-Encoding = "br";
    } elseif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*gzip\s*(,|$|;\s*q=(1|0\.0*[1-9]))") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    if (req.http.Accept-Language !~ "(?i)(^|,)\s*es\s*([-,;]|$)") {
        unset req.http.Accept-Language;
    }
    if (req.http.Accept !~ "(?i)application/(ld\+json|json\s*;)") {
        unset req.http.Accept;
    }

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Stale for no longer than stale-while-revalidate; for as long as stale-if-error only once the service has failed.
    if (req.restarts == 0) {
        set req.grace = 30s;
    }
    return (hash);
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        # What is there already is better than this, and must not be hidden by it.
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        return (deliver);
    }
    # Varnish keeps no 308 by itself, whatever that says.
    if (beresp.status == 308 && beresp.http.Cache-Control ~ "max-age=\d+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Cache-Control, ".*max-age=(\d+).*", "\1s"), 0s);
    }
    # Not Varnish's own ten seconds: what the answer says of itself, which ends where its content does.
    set beresp.grace = 0s;
    if (beresp.http.Cache-Control ~ "stale-if-error=\d+") {
        set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, ".*stale-if-error=(\d+).*", "\1s"), 0s);
    } elseif (beresp.http.Cache-Control ~ "stale-while-revalidate=\d+") {
        set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, ".*stale-while-revalidate=(\d+).*", "\1s"), 0s);
    }
    set beresp.keep = 1h;  # to ask with If-None-Match
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    set beresp.status = 503;
    set beresp.reason = "Service Unavailable";
    set beresp.http.Access-Control-Allow-Origin = "*";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Content-Type = "application/problem+json";
    set beresp.http.Referrer-Policy = "no-referrer";
    set beresp.http.Retry-After = "5";
    set beresp.http.X-Content-Type-Options = "nosniff";
    synthetic({"{"title":"Service Unavailable","status":503}"});
    return (deliver);
}

sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
