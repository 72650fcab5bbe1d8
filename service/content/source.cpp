#include "content/source.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "content/escaped.h"
#include "content/folder_walk.h"

namespace toolkitd::content {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 4'194'304;
constexpr std::uintmax_t kMaxBytes = 256 * std::uintmax_t{1'048'576};

tl::unexpected<base::Failure> cannot_read(const fs::path& path, const std::string& why) {
    return base::fail("cannot read " + escaped(path.string()) + ": " + why);
}

base::Result<std::string> read_file(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!error && !fs::is_regular_file(status)) return cannot_read(path, "it is not a file");
    const auto size = error ? 0 : fs::file_size(path, error);
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
    auto found = walk(path_);
    if (!found) return tl::unexpected(std::move(found.error()));
    std::vector<File> files;
    std::uintmax_t in_all = 0;
    for (auto& [path, refusal] : *found) {
        auto name = path.lexically_relative(path_).generic_string();
        if (refusal) {
            files.push_back({std::move(name), {}, std::move(refusal)});
            continue;
        }
        auto bytes = read_file(path);
        if (!bytes) return tl::unexpected(std::move(bytes.error()));
        in_all += bytes->size();
        if (in_all > kMaxBytes) return cannot_read(path_, "its files hold more than 256 MiB; is it the right one?");
        files.push_back({std::move(name), std::move(*bytes)});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

}  // namespace toolkitd::content
