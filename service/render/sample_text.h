// The samples of templates/samples, as they were when the program was built.
#pragma once

#include <string_view>

namespace toolkitd::render {

// The text of `<name>.<ending>`, which lives as long as the process; empty when there is no such file.
std::string_view sample_text(std::string_view name);

}  // namespace toolkitd::render
