// A fingerprint of bytes that is the same on every machine. For telling contents apart; no protection against forgery.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::base {

// XXH3, 128 bits, as 32 lower-case hexadecimal digits. Pure, and safe to call from any thread.
std::string fingerprint(std::string_view bytes);

}  // namespace toolkitd::base
