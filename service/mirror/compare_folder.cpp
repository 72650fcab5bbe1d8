#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "mirror/folder.h"
#include "mirror/printable.h"

namespace toolkitd::mirror {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::string_view line_at(std::string_view text, std::size_t at) {
    const auto start = at == 0 ? 0 : text.rfind('\n', std::min(at, text.size()) - 1) + 1;
    return text.substr(start, text.find('\n', start) - start);
}

// Where two texts part, and what each says there.
std::string parting(std::string_view expected, std::string_view seen) {
    const auto [a, b] = std::mismatch(expected.begin(), expected.end(), seen.begin(), seen.end());
    const auto at = static_cast<std::size_t>(a - expected.begin());
    const auto line = 1 + std::count(expected.begin(), a, '\n');
    return "differs in line " + std::to_string(line) + ": expected `" + printable(line_at(expected, at)) + "`, seen `" +
           printable(line_at(seen, at)) + "`";
}

std::string difference(const std::string& name, std::string_view expected, const fs::path& path) {
    std::error_code error;
    if (fs::symlink_status(path, error).type() == fs::file_type::not_found) return name + ": is missing";
    if (fs::is_symlink(path, error)) return {};  // told with the other links
    if (!fs::is_regular_file(path, error)) return name + ": is no ordinary file";
    if (fs::file_size(path, error) != expected.size()) {
        if (name.starts_with("bodies/"))
            return name + ": expected " + std::to_string(expected.size()) + " bytes, seen " +
                   std::to_string(fs::file_size(path, error));
    }
    const auto seen = read(path);
    if (!seen) return name + ": cannot be read";
    if (*seen == expected) return {};
    return name +
           (name.starts_with("bodies/") ? ": has other bytes than its name says" : ": " + parting(expected, *seen));
}

}  // namespace

base::Result<std::vector<std::string>> folder_differences(const Tree& tree, const std::string& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return base::fail("there is no folder " + folder);
    std::vector<std::string> all;
    for (const auto& [name, bytes] : tree) {
        if (auto one = difference(name, bytes->view(), fs::path(folder) / name); !one.empty())
            all.push_back(std::move(one));
    }
    fs::recursive_directory_iterator at(folder, error);
    std::set<std::string> extra;
    std::set<std::string> links;
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const auto name = at->path().lexically_relative(folder).string();
        if (at->is_symlink(error)) {
            links.insert(name);
        } else if (!at->is_directory(error) && !tree.contains(name)) {
            extra.insert(name);
        }
    }
    if (error) return base::fail("cannot read " + folder + ": " + error.message());
    for (const auto& name : links) all.push_back(printable(name) + ": is a link, which may lead out of the folder");
    for (const auto& name : extra) all.push_back(printable(name) + ": does not belong there");
    return all;
}

}  // namespace toolkitd::mirror
