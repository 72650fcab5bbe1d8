// What yaml-cpp says of a text that is no YAML, said so that an editor can mend it.
#pragma once

#include <string>

namespace toolkitd::content {

// For a message of yaml-cpp's, what is probably wrong and what would be right. Pure, and safe to call from any thread.
std::string explain_yaml_error(const std::string& theirs);

}  // namespace toolkitd::content
