// A client for what is served elsewhere: a copy of this service's answers, or another of its kind.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace toolkitd::http {

struct Fetched {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;

    // The first field of that name, whatever its case; nothing where there is none.
    std::optional<std::string> field(const std::string& name) const;

    // Whether that field has that value. httplib gives values, but that of Location, percent-decoded; one that is the
    // same then counts as the same.
    bool says(const std::string& name, const std::string& value) const;
};

struct FetchLimits {
    std::chrono::seconds patience{10};  // to connect, and for each piece of an answer
    std::size_t body_bytes = std::size_t{64} << 20U;
};

// Asks one server, on one connection that it keeps. Follows no redirect, decodes nothing. For use on one thread.
//
// Of https: TLS 1.2 or later, with the name in the handshake (SNI, RFC 6066 section 3). The certificate must lead to an
// authority that this machine trusts (OpenSSL's paths; the environment's SSL_CERT_FILE and SSL_CERT_DIR), be valid now,
// and be for the host (RFC 9525). Nothing turns that off, and no request is sent before.
class Fetcher {
public:
    // Fails with a sentence where the address is none, or the module that asks is not there (http/load_fetch_module.h).
    // A path in it stands before every target.
    static base::Result<std::unique_ptr<Fetcher>> open(const std::string& url, const FetchLimits& limits);

    virtual ~Fetcher() = default;

    // GET. Fails with a sentence when no answer comes in time, or one that is too long, or the server cannot be
    // trusted.
    virtual base::Result<Fetched> get(const std::string& target,
                                      const std::vector<std::pair<std::string, std::string>>& fields) = 0;
};

}  // namespace toolkitd::http
