// The module itself: the one place where httplib is compiled with TLS.
#include <httplib.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "http/fetch_failure.h"
#include "http/fetch_module.h"

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error "This cpp-httplib is built without OpenSSL: script/bootstrap prepares one that can be used with it."
#endif

namespace toolkitd::http {
namespace {

// Which name or address the certificate must be for. OpenSSL checks it with the chain. httplib's own check takes the
// common name where the certificate has other names, and compares IP addresses with what was never filled in.
bool expect_host(SSL_CTX* context, const std::string& host) {
    X509_VERIFY_PARAM* expected = SSL_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_hostflags(expected,
                                    X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return X509_VERIFY_PARAM_set1_ip_asc(expected, host.c_str()) == 1 ||
           X509_VERIFY_PARAM_set1_host(expected, host.c_str(), host.size()) == 1;
}

// What httplib calls these has changed between the versions that this is built with.
SSL_CTX* tls_context(auto& client) {
    if constexpr (requires { client.tls_context(); }) {
        return static_cast<SSL_CTX*>(client.tls_context());
    } else {
        return client.ssl_context();
    }
}

// Why the certificate of an answer that there is none of was not accepted, as OpenSSL numbers it.
long verify_result(const auto& client, const auto& answer) {
    if constexpr (requires { answer.ssl_backend_error(); }) {
        return static_cast<long>(answer.ssl_backend_error());
    } else {
        return client.get_openssl_verify_result();
    }
}

class HttplibFetcher final : public Fetcher {
public:
    HttplibFetcher(const Origin& origin, const FetchLimits& limits)
        : client_(origin.address), origin_(origin), limits_(limits) {
        client_.set_connection_timeout(limits.patience);
        client_.set_read_timeout(limits.patience);
        client_.set_write_timeout(limits.patience);
        client_.set_keep_alive(true);
        client_.set_decompress(false);
        client_.set_follow_location(false);
    }

    // For https, before the first request. False where OpenSSL cannot be set up.
    bool expect_certificate() {
        SSL_CTX* context = tls_context(client_);
        if (!context || !SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION)) return false;
        if (!expect_host(context, origin_.host)) return false;
        client_.enable_server_certificate_verification(true);
        client_.enable_server_hostname_verification(false);
        return true;
    }

    base::Result<Fetched> get(const std::string& target,
                              const std::vector<std::pair<std::string, std::string>>& fields) override {
        Fetched fetched;
        bool too_long = false;
        const auto take = [&](const char* bytes, std::size_t count) {
            too_long = fetched.body.size() + count > limits_.body_bytes;
            if (!too_long) fetched.body.append(bytes, count);
            return !too_long;
        };
        ERR_clear_error();
        const auto answer = client_.Get(origin_.prefix + target, httplib::Headers(fields.begin(), fields.end()), take);
        if (too_long) return base::fail("the answer is longer than " + std::to_string(limits_.body_bytes) + " bytes");
        if (!answer) return base::fail(why(answer));
        fetched.status = answer->status;
        fetched.fields.assign(answer->headers.begin(), answer->headers.end());
        return fetched;
    }

private:
    std::string why(const httplib::Result& answer) const {
        const auto error = answer.error();
        if (error == httplib::Error::SSLConnection) return handshake_failure(ERR_peek_error());
        if (error != httplib::Error::SSLServerVerification) return "no answer: " + httplib::to_string(error);
        return certificate_failure(verify_result(client_, answer), origin_.host);
    }

    httplib::Client client_;
    Origin origin_;
    FetchLimits limits_;
};

base::Result<std::unique_ptr<Fetcher>> open_client(const Origin& origin, const FetchLimits& limits) {
    auto fetcher = std::make_unique<HttplibFetcher>(origin, limits);
    if (origin.address.starts_with("https:") && !fetcher->expect_certificate()) {
        return base::fail("OpenSSL cannot be set up on this machine");
    }
    return fetcher;
}

}  // namespace
}  // namespace toolkitd::http

const toolkitd::http::FetchModule kToolkitdFetchModule{toolkitd::http::fetch_build(), toolkitd::http::open_client};
