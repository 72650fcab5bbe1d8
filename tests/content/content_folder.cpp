#include "content/content_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "content/load.h"

namespace toolkitd::content::testing {
namespace {

std::string joined(const Diagnostics& diagnostics) {
    std::string lines;
    for (const auto& diagnostic : diagnostics) lines += to_line(diagnostic) + '\n';
    return lines;
}

Files::iterator find(Files& files, std::string_view path) {
    return std::find_if(files.begin(), files.end(), [path](const File& file) { return file.path == path; });
}

}  // namespace

std::filesystem::path in_project(std::string_view path) { return std::filesystem::path(TOOLKITD_SOURCE_DIR) / path; }

std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

Files files_in(const std::filesystem::path& folder) {
    auto files = Folder(folder).read();
    if (!files) throw std::runtime_error(files.error().sentence);
    return *files;
}

Files minimal() { return files_in(in_project("tests/data/valid/minimal")); }

Files with(Files files, std::string path, std::string bytes) {
    const auto found = find(files, path);
    if (found == files.end()) {
        files.push_back({std::move(path), std::move(bytes)});
    } else {
        found->bytes = std::move(bytes);
    }
    return files;
}

Files with_change(Files files, std::string_view path, std::string_view before, std::string_view after) {
    const auto found = find(files, path);
    if (found == files.end()) throw std::runtime_error("no file " + std::string(path));
    const auto at = found->bytes.find(before);
    if (at == std::string::npos) throw std::runtime_error(std::string(path) + " does not say: " + std::string(before));
    found->bytes.replace(at, before.size(), after);
    return files;
}

domain::Catalogue loaded(const Files& files) {
    auto catalogue = load(files);
    if (!catalogue) throw std::runtime_error(joined(catalogue.error()));
    return *catalogue;
}

base::Result<domain::Catalogue, Diagnostics> checked(const Files& files) {
    constexpr base::Instant kNow = std::chrono::sys_days{std::chrono::year{2040} / 1 / 1};
    return load(files, base::untold, kNow);
}

std::string faults(const Files& files) {
    const auto catalogue = checked(files);
    return catalogue ? "" : joined(catalogue.error());
}

}  // namespace toolkitd::content::testing
