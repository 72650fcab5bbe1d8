// The settings behind /.well-known/security.txt (RFC 9116).
//
// Plain values; pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>

#include "app/settings.h"
#include "base/instant.h"

namespace toolkitd::app {

// For each setting, what is wrong with its value; empty: nothing. The value may be empty.
std::string valid_security_contact(const std::string& address);
std::string valid_security_expires(const std::string& instant);
std::string valid_security_policy(const std::string& address);
std::string valid_security_languages(const std::string& tags);

// What is wrong with them together, as a sentence.
std::optional<std::string> security_fault(const Settings& settings);

// Whether what they say no longer holds (RFC 9116 section 2.5.5): the file is to be passed over by its readers then.
bool security_has_expired(const Settings& settings, base::Instant now);

}  // namespace toolkitd::app
