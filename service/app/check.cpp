#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "app/commands.h"
#include "app/load_site.h"
#include "app/report.h"
#include "base/clock.h"
#include "content/escaped.h"
#include "content/file_names.h"
#include "content/notice_order.h"
#include "content/report.h"
#include "render/faults.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string summary(const domain::Catalogue& catalogue) {
    return counted(catalogue.toolkits.size(), "toolkit") + ", " + counted(catalogue.resources.size(), "resource") +
           ", " + counted(catalogue.regulations.size(), "regulation") + ", " +
           counted(catalogue.notices.size(), "notice");
}

// What is checked: a folder, or one file in its folder.
struct Subject {
    std::string folder;
    std::string file{};  // as its faults name it; empty: all
};

// A file means something only where it belongs: the folder is the one above it that has a publisher.md, as far up as
// content lies; without one, the file's own.
Subject subject_of(const std::string& given) {
    constexpr int kDeepest = 3;  // toolkits/<toolkit>/<section>.md
    std::error_code error;
    const fs::path path(given);
    const bool could_be =
        content::is_content_name(path.filename().string()) || content::intended_name(path.filename().string());
    if (!could_be || !fs::is_regular_file(path, error)) return {given};
    const auto whole = fs::absolute(path, error).lexically_normal();
    auto root = whole.parent_path();
    auto shown = path.parent_path();
    for (int level = 1; level <= kDeepest && !fs::exists(root / "publisher.md", error); ++level) {
        root = root.parent_path();
        shown = shown.empty() ? fs::path() : shown.parent_path();
    }
    if (!fs::exists(root / "publisher.md", error)) root = whole.parent_path(), shown = path.parent_path();
    const auto folder = shown.empty() ? root : shown;
    const auto file =
        fs::path(content::escaped(folder.string())) / content::escaped(whole.lexically_relative(root).string());
    return {folder.string(), file.string()};
}

std::string told(std::size_t faults) {
    return counted(faults, "fault") + (faults < content::Report::kMostFaults ? "" : ", and perhaps more");
}

std::string elsewhere(std::size_t faults, const std::string& folder) {
    return faults == 0 ? std::string()
                       : "; " + counted(faults, "fault") + " in other files of " + content::escaped(folder);
}

std::string as_json(const content::Diagnostics& diagnostics) {
    std::vector<render::Fault> faults;
    for (const auto& each : diagnostics) {
        faults.push_back({each.file, each.line, each.column, each.rule, each.message});
    }
    return render::faults_json(faults);
}

}  // namespace

int check(const Settings& settings, const Check& command, Output output) {
    const auto subject = subject_of(command.folder.empty() ? settings.content : command.folder);
    const base::SystemClock clock;
    const auto catalogue = load_catalogue(subject.folder, when_still(told_on(output.err)), base::untold,
                                          std::chrono::floor<std::chrono::seconds>(clock.now()));
    if (!catalogue && catalogue.error().faults.empty()) return cannot(catalogue.error(), output);
    auto faults = catalogue ? content::Diagnostics{} : catalogue.error().faults;
    const auto in_all = faults.size();
    const bool is_file = !subject.file.empty();
    if (is_file) std::erase_if(faults, [&](const auto& fault) { return fault.file != subject.file; });
    const auto name = is_file ? subject.file : content::escaped(subject.folder);
    if (command.json) {
        output.out << as_json(faults);
    } else if (catalogue) {
        for (const auto& sentence : content::notice_order(*catalogue)) {
            if (!is_file) output.out << name << ": " << sentence << '\n';
        }
        output.out << name << ": no fault" << (is_file ? std::string() : " in " + summary(*catalogue)) << '\n';
    } else {
        for (const auto& fault : faults) output.out << content::to_line(fault) << '\n';
        output.out << name << ": " << told(faults.size()) << elsewhere(in_all - faults.size(), subject.folder) << '\n';
    }
    return faults.empty() ? 0 : 1;
}

}  // namespace toolkitd::app
