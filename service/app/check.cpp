#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/load_site.h"
#include "app/report.h"
#include "content/notice_order.h"
#include "render/faults.h"

namespace toolkitd::app {
namespace {

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string summary(const domain::Catalogue& catalogue) {
    return counted(catalogue.toolkits.size(), "toolkit") + ", " + counted(catalogue.resources.size(), "resource") +
           ", " + counted(catalogue.regulations.size(), "regulation") + ", " +
           counted(catalogue.notices.size(), "notice");
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
    const std::string folder = command.folder.empty() ? settings.content : command.folder;
    const auto catalogue = load_catalogue(folder, when_still(told_on(output.err)));
    if (!catalogue && catalogue.error().faults.empty()) return cannot(catalogue.error(), output);
    const auto faults = catalogue ? content::Diagnostics{} : catalogue.error().faults;
    if (command.json) {
        output.out << as_json(faults);
    } else if (catalogue) {
        for (const auto& sentence : content::notice_order(*catalogue)) {
            output.out << folder << ": " << sentence << '\n';
        }
        output.out << folder << ": no fault in " << summary(*catalogue) << '\n';
    } else {
        for (const auto& fault : faults) output.out << content::to_line(fault) << '\n';
        output.out << folder << ": " << counted(faults.size(), "fault") << '\n';
    }
    return faults.empty() ? 0 : 1;
}

}  // namespace toolkitd::app
