// Where content files come from: the seam through which tests put folders, and faults, in front of the loader.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "content/rules.h"

namespace toolkitd::content {

// Why something in the folder is not read, although it would have to be: a fault, for the whole of the file.
struct Refusal {
    Rule rule = Rule::misplaced_file;
    std::string message;
};

struct File {
    std::string path;  // relative to the content folder, with '/'; as it is on disk, which need not be UTF-8
    std::string bytes;
    std::optional<Refusal> refusal{};  // nothing was read then
};

// Safe to use from one thread at a time.
class Source {
public:
    virtual ~Source() = default;

    // Every content file (`*.md` but README.md), in order of path, and what is refused there. Fails with a sentence
    // when the folder, or a file in it, cannot be read, or when a bound is passed: 4 MiB a file, 256 MiB, 200,000
    // files, 100,000 folders and a million entries in all.
    virtual base::Result<std::vector<File>> read() const = 0;
};

// A folder on disk, read afresh at each call; hidden files and folders (names that begin with a dot) are passed over.
// Links are followed within the folder, and each real folder is read once: under its own path where it has one, else
// under that of the first link. What leads out of the folder is refused.
class Folder final : public Source {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}
    base::Result<std::vector<File>> read() const override;

private:
    std::filesystem::path path_;
};

}  // namespace toolkitd::content
