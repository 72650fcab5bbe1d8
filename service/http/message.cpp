#include "http/message.h"

#include <algorithm>

namespace toolkitd::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_names(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string> Request::field(std::string_view name) const {
    std::optional<std::string> joined;
    for (const Field& candidate : fields) {
        if (!equal_names(candidate.name, name)) continue;
        if (joined) {
            joined->append(", ").append(candidate.value);
        } else {
            joined = std::string(candidate.value);
        }
    }
    return joined;
}

}  // namespace toolkitd::http
