#include "app/settings.h"

namespace toolkitd::app {

std::string changed(const SettingValues& before, const SettingValues& after, bool at_start) {
    std::string names;
    for (const auto& [name, value] : after) {
        const auto old = before.find(name);
        if (value.at_start != at_start || (old != before.end() && old->second == value)) continue;
        names.append(names.empty() ? "" : ", ").append(name);
    }
    return names;
}

}  // namespace toolkitd::app
