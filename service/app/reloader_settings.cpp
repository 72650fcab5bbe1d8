// The settings that a reloader reads again.
#include <string>
#include <utility>

#include "app/reloader.h"
#include "app/reloading.h"

namespace toolkitd::app {

using telemetry::Event;

// Whether they could be.
bool Reloader::read_settings(Tells tells) {
    auto again = reading_.settings();
    const bool was_unread = std::exchange(settings_unread_, !again && again.error().unread);
    const auto fault = again ? std::string() : first_line(again.error().text);
    running_.loads.change_upkeep([&](auto& upkeep) { upkeep.settings = {second_of(running_.clock), fault}; });
    if (again) {
        take_settings(*again);
        return true;
    }
    const bool known = tells == Tells::what_is_new && was_unread && settings_unread_;
    if (!known) running_.log.error(Event::fault, "the settings stay as they were: " + fault);
    return false;
}

// What the log does has changed at once; all else when something is published with it.
void Reloader::take_settings(const Invocation& again) {
    const auto late = changed(in_effect_, again.values, true);
    settings_ = again.settings;
    values_ = again.values;
    running_.access_log.set_on(settings_.access_log);
    SettingValues log;
    for (const auto* name : {"access_log", "log_level"}) {
        if (const auto value = values_.find(name); value != values_.end()) log.insert(*value);
    }
    const auto taken = changed(in_effect_, log, false);
    for (const auto& [name, value] : log) in_effect_[name] = value;
    if (!taken.empty()) running_.log.info(Event::load, "settings that have changed: " + taken);
    if (!late.empty()) running_.log.warning(Event::load, "settings that will change when it is started anew: " + late);
    running_.log.set_level(*telemetry::level_from(settings_.log_level));  // now that it has told of the change
}

void Reloader::tell_settings_in_effect() {
    const auto taken = changed(in_effect_, values_, false);
    if (taken.empty()) return;
    running_.service.change(service_settings(settings_, running_.rehearsal, running_.listens_at));
    running_.log.info(Event::load, "settings that have changed: " + taken);
    for (const auto& [name, value] : values_) {
        if (!value.at_start) in_effect_[name] = value;
    }
}

}  // namespace toolkitd::app
