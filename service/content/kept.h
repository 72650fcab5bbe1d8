// The files of content that passed, as one text: to be kept, and read when the present ones have faults.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "content/source.h"

namespace toolkitd::content {

struct Kept {
    base::Instant at;
    std::string revision;
    std::vector<File> files;
};

// JSON, with a number for its format and a checksum of the files. Fails where a file is not UTF-8.
base::Result<std::string> kept_text(const Kept& kept);

// Fails with a sentence where the text is of another format, or not as it was written.
base::Result<Kept> read_kept(std::string_view text);

}  // namespace toolkitd::content
