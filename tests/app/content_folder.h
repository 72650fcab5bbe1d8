// A folder of the test's own, gone when the test ends.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace toolkitd::testing {

class TemporaryFolder {
public:
    // Throws std::runtime_error where it cannot be made.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path() const { return path_.string(); }

    // Writes a file, and gives back its whole path.
    std::string write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

// The content that the project publishes.
inline const std::string kContent = TOOLKITD_SOURCE_DIR "/config/content";

// A copy of it, in `content`.
std::string copy_of_content(const TemporaryFolder& folder);

// A copy of it, with three faults in a resource of two keys that are wrong and one that is missing.
std::string faulty_content(const TemporaryFolder& folder);

}  // namespace toolkitd::testing
