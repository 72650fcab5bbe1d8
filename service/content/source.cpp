#include "content/source.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace toolkitd::content {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 4'194'304;
constexpr std::size_t kMaxFiles = 200'000;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool is_content(const fs::path& path) { return path.extension() == ".md" && path.filename() != "README.md"; }

tl::unexpected<base::Failure> cannot_read(const fs::path& path, const std::string& why) {
    return base::fail("cannot read " + path.string() + ": " + why);
}

base::Result<std::vector<fs::path>> list(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return cannot_read(folder, error ? error.message() : "it is not a folder");
    std::vector<fs::path> found;
    constexpr auto kFollow = fs::directory_options::follow_directory_symlink;
    fs::recursive_directory_iterator entry(folder, kFollow, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (is_hidden(entry->path())) {
            entry.disable_recursion_pending();
        } else if (is_content(entry->path()) && !entry->is_directory(error)) {
            found.push_back(entry->path());
        }
        if (found.size() > kMaxFiles)
            return cannot_read(folder, "it holds more than 200,000 files; is it the right one?");
    }
    if (error) return cannot_read(folder, error.message());
    return found;
}

base::Result<std::string> read_file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return cannot_read(path, error.message());
    if (size > kMaxFileBytes) return cannot_read(path, "it is larger than 4 MiB");
    std::ifstream in(path, std::ios::binary);
    if (!in) return cannot_read(path, std::generic_category().message(errno));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) return cannot_read(path, "it became shorter while it was read");
    return bytes;
}

}  // namespace

base::Result<std::vector<File>> Folder::read() const {
    const auto paths = list(path_);
    if (!paths) return tl::unexpected(paths.error());
    std::vector<File> files;
    for (const auto& path : *paths) {
        auto bytes = read_file(path);
        if (!bytes) return tl::unexpected(std::move(bytes.error()));
        files.push_back({path.lexically_relative(path_).generic_string(), std::move(*bytes)});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

}  // namespace toolkitd::content
