// What OpenSSL holds against a server, as sentences for the operator.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>

namespace toolkitd::http {

// Why a certificate is not taken: `verified` is what X509_STORE_CTX_get_error says, one of X509_V_ERR_*.
std::string certificate_failure(long verified, const std::string& host);

// Why there is no connection with TLS: `error` is the first in OpenSSL's queue, 0 where there is none.
std::string handshake_failure(unsigned long error);

}  // namespace toolkitd::http
