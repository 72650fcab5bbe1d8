#include "app/content_folder.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace toolkitd::testing {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "toolkitd-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

std::string copy_of_content(const TemporaryFolder& folder) {
    const fs::path copy = fs::path(folder.path()) / "content";
    fs::copy(kContent, copy, fs::copy_options::recursive);
    return copy.string();
}

std::string faulty_content(const TemporaryFolder& folder) {
    auto copy = copy_of_content(folder);
    folder.write("content/resources/faulty.md",
                 "---\nkind: video\nkind_label: Video\ntitel: A title\nas_listed: A title\nhref: null\n"
                 "audiences: []\n---\n");
    return copy;
}

}  // namespace toolkitd::testing
