// Where content files come from: the seam through which tests put folders, and faults, in front of the loader.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace toolkitd::content {

struct File {
    std::string path;  // relative to the content folder, with '/'
    std::string bytes;
};

// Safe to use from one thread at a time.
class Source {
public:
    virtual ~Source() = default;

    // Every content file (`*.md` but README.md), in order of path. Fails with a sentence when the folder, or a file in
    // it, cannot be read, or when a bound is passed (4 MiB a file).
    virtual base::Result<std::vector<File>> read() const = 0;
};

// A folder on disk, read afresh at each call; hidden files and folders (names that begin with a dot) are passed over.
class Folder final : public Source {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}
    base::Result<std::vector<File>> read() const override;

private:
    std::filesystem::path path_;
};

}  // namespace toolkitd::content
