#include "app/security_settings.h"

#include <algorithm>

#include "content/address.h"

namespace toolkitd::app {
namespace {

std::string quoted(const std::string& value) { return "`" + value + "`"; }

}  // namespace

std::string valid_security_contact(const std::string& address) {
    const bool fits = content::is_address(address) && !address.starts_with("http://");
    if (address.empty() || fits) return {};
    return quoted(address) + " is no address that begins with https://, mailto: or tel:";
}

std::string valid_security_expires(const std::string& instant) {
    if (instant.empty() || base::parse_rfc3339(instant)) return {};
    return quoted(instant) + " is no RFC 3339 instant, such as 2027-06-30T00:00:00Z";
}

std::string valid_security_policy(const std::string& address) {
    if (address.empty() || (content::is_web_address(address) && address.starts_with("https://"))) return {};
    return quoted(address) + " is no address that begins with https://";
}

std::string valid_security_languages(const std::string& tags) {
    const bool plain = std::all_of(tags.begin(), tags.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ',' ||
               c == ' ';
    });
    return plain ? std::string() : quoted(tags) + " is no list of languages, such as `en, es`";
}

std::optional<std::string> security_fault(const Settings& settings) {
    const auto& security = settings.security;
    if (security.contact.empty() != security.expires.empty()) {
        return "the settings security_contact and security_expires are one without the other; RFC 9116 wants both: "
               "whom to tell, and until when that holds";
    }
    if (security.contact.empty() && !(security.policy.empty() && security.languages.empty())) {
        return "the settings security_policy and security_languages mean nothing without security_contact";
    }
    return std::nullopt;
}

bool security_has_expired(const Settings& settings, base::Instant now) {
    const auto expires = base::parse_rfc3339(settings.security.expires);
    return expires && *expires <= now;
}

}  // namespace toolkitd::app
