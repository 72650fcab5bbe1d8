// What there is in a content folder, before anything of it is read.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"
#include "content/source.h"

namespace toolkitd::content {

struct FoundFile {
    std::filesystem::path path;        // as it is reached from the folder that was given
    std::optional<Refusal> refusal{};  // it is not to be read
};

// Everything that is content, or was meant to be, in no order; see `Folder`. Fails with a sentence.
base::Result<std::vector<FoundFile>> walk(const std::filesystem::path& folder);

}  // namespace toolkitd::content
