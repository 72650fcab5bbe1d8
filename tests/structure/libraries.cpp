#include "structure/libraries.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

namespace toolkitd::structure {
namespace {

struct Library {
    std::string_view headers;  // what their paths begin with
    std::set<std::string> users;
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> kLibraries{
        {"httplib.h", {"http"}},
        {"openssl/", {"http"}},
        {"spdlog/", {"telemetry"}},
        {"fmt/", {"render"}},
        {"yaml-cpp/", {"content"}},
        {"cmark", {"content"}},
        {"valijson/", {"content"}},
        {"nlohmann/", {"render", "content", "mirror"}},  // content/ reads its schemas with it, the others write JSON
        {"date/", {"base", "domain"}},
        {"xxhash.h", {"base"}},
        {"CLI/", {"app"}},
        {"prometheus/", {"telemetry"}},
    };
    return kLibraries;
}

const Library* library_of(std::string_view include) {
    for (const Library& library : libraries()) {
        if (include.starts_with(library.headers)) return &library;
    }
    return nullptr;
}

bool gives_names_alone(std::string_view include) { return include.ends_with("_fwd.hpp"); }

bool is_standard(std::string_view include) { return include.find_first_of("./") == std::string_view::npos; }

bool is_ours(std::string_view include, const std::map<std::string, const SourceFile*>& headers) {
    return headers.contains("service/" + std::string(include));
}

std::map<std::string, const SourceFile*> headers_of(const std::vector<SourceFile>& files) {
    std::map<std::string, const SourceFile*> headers;
    for (const SourceFile& file : files) {
        if (!folder_of(file.path).empty() && is_header(file.path)) headers.emplace(file.path, &file);
    }
    return headers;
}

// The headers that a file of another folder includes, and those that these include in turn.
std::set<std::string> seen_from_outside(const std::vector<SourceFile>& files) {
    const auto headers = headers_of(files);
    std::set<std::string> seen;
    std::vector<std::string> fresh;
    for (const SourceFile& file : files) {
        for (const std::string& include : includes_of(file)) {
            const std::string path = "service/" + include;
            if (headers.contains(path) && folder_of(path) != folder_of(file.path)) fresh.push_back(path);
        }
    }
    while (!fresh.empty()) {
        const std::string path = std::move(fresh.back());
        fresh.pop_back();
        if (!seen.insert(path).second) continue;
        for (const std::string& include : includes_of(*headers.at(path))) {
            if (is_ours(include, headers)) fresh.push_back("service/" + include);
        }
    }
    return seen;
}

bool asks_for_the_time(const std::string& code) {
    static const std::regex kAsks(
        R"((system|high_resolution|utc|tai|gps|file)_clock\s*(>\s*)?::\s*now|\bstd\s*::\s*time\s*\(|)"
        R"((^|[^\w.>])(::\s*)?time\s*\(\s*(nullptr|NULL|0|&)|\bgettimeofday\b|\btimespec_get\b|\bCLOCK_REALTIME)");
    std::istringstream lines(code);
    for (std::string line; std::getline(lines, line);) {
        const bool may_ask = line.find("time") != std::string::npos || line.find("clock") != std::string::npos ||
                             line.find("CLOCK") != std::string::npos;
        if (may_ask && std::regex_search(line, kAsks)) return true;
    }
    return false;
}

}  // namespace

Faults library_faults(const std::vector<SourceFile>& files) {
    const auto headers = headers_of(files);
    Faults faults;
    for (const SourceFile& file : files) {
        const std::string folder = folder_of(file.path);
        if (folder.empty()) continue;
        for (const std::string& include : includes_of(file)) {
            const Library* library = library_of(include);
            if (library && !library->users.contains(folder)) {
                faults.push_back(file.path + " includes " + include + ", which is not for " + folder + "/");
            } else if (!library && folder == "domain" && !is_standard(include) && !is_ours(include, headers)) {
                faults.push_back(file.path + " includes " + include +
                                 ": domain/ has the standard library and date alone");
            }
        }
    }
    return faults;
}

Faults exposure_faults(const std::vector<SourceFile>& files) {
    const auto headers = headers_of(files);
    Faults faults;
    for (const std::string& path : seen_from_outside(files)) {
        for (const std::string& include : includes_of(*headers.at(path))) {
            if (library_of(include) && !gives_names_alone(include))
                faults.push_back(path + " shows " + include + " to other folders");
        }
    }
    return faults;
}

Faults time_faults(const std::vector<SourceFile>& files) {
    static const std::set<std::string> kHaveAClock{"base", "http", "mirror", "app", "telemetry"};
    Faults faults;
    for (const SourceFile& file : files) {
        const std::string folder = folder_of(file.path);
        if (folder.empty() || folder == "base") continue;
        if (asks_for_the_time(code_of(file.text))) {
            faults.push_back(file.path + " asks for the time; only base/clock.cpp does");
        }
        const auto includes = includes_of(file);
        const bool sees_a_clock = std::find(includes.begin(), includes.end(), "base/clock.h") != includes.end();
        if (sees_a_clock && !kHaveAClock.contains(folder)) faults.push_back(file.path + " includes base/clock.h");
    }
    return faults;
}

}  // namespace toolkitd::structure
