// A content file's two parts: the front matter between two lines of `---`, and the text below.
#pragma once

#include <optional>
#include <string_view>

#include "content/report.h"
#include "content/text_file.h"

namespace toolkitd::content {

// Views into the file.
struct Parts {
    std::string_view front_matter;
    int front_matter_line = 0;  // of its first line, from 1
    std::string_view body;
    int body_line = 0;
};

// Nothing, and a fault in the report, when the file is empty or has no whole front matter.
std::optional<Parts> split(const TextFile& file, const Report& report);

}  // namespace toolkitd::content
