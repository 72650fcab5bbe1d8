#include "fuzz/property.h"

#include <string>

namespace toolkitd::fuzz {

void require(bool holds, std::string_view sentence) {
    if (!holds) throw BrokenProperty("broken: " + std::string(sentence));
}

}  // namespace toolkitd::fuzz
