#include "http/fetch_failure.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace toolkitd::http {

std::string certificate_failure(long verified, const std::string& host) {
    const std::string said = X509_verify_cert_error_string(verified);
    switch (verified) {
        case X509_V_ERR_CERT_HAS_EXPIRED: return "a certificate there has expired, by this machine's clock";
        case X509_V_ERR_CERT_NOT_YET_VALID: return "a certificate there is not valid yet, by this machine's clock";
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH: return "the certificate there is for another name than " + host;
        default:
            return "the certificate there is not trusted (" + said +
                   "): authorities are those of the package ca-certificates, or of the file that SSL_CERT_FILE names";
    }
}

std::string handshake_failure(unsigned long error) {
    const char* said = ERR_reason_error_string(error);
    if (ERR_GET_LIB(error) == ERR_LIB_SSL && ERR_GET_REASON(error) == SSL_R_WRONG_VERSION_NUMBER) {
        return "there is no TLS there, on that port: what answers speaks something else";
    }
    if (error == 0 || !said) return "no connection with TLS: the other side said nothing in time, or hung up";
    return std::string("no connection with TLS 1.2 or later: ") + said;
}

}  // namespace toolkitd::http
