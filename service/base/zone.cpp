#include "base/zone.h"

#include <date/tz.h>

#include <fstream>
#include <stdexcept>

namespace toolkitd::base {
namespace {

// Names of the system's that mean another zone on another machine.
bool is_machines_own(std::string_view name) { return name == "localtime" || name == "posixrules"; }

tl::unexpected<Failure> unknown(std::string_view name) {
    return fail("the time zone `" + std::string(name) +
                "` is not known here; use a name of the IANA database, such as America/New_York, and see that "
                "the package tzdata is installed");
}

// A zone's file ends with its rule, on a line of its own (RFC 9636 section 3.3). The date library leaves it unread.
std::optional<ClockRule> rule_of(const std::string& name) {
    std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
    std::string line;
    for (std::string next; std::getline(file, next);) line = std::move(next);
    return ClockRule::parse(line);
}

}  // namespace

Zone::Zone(const date::time_zone* zone, std::string name)
    : zone_(zone), name_(std::move(name)), rule_(rule_of(name_)), last_change_(zone->get_info(kLatest).begin) {}

Result<Zone> Zone::find(std::string_view name) {
    try {
        if (is_machines_own(name)) return unknown(name);
        return Zone{date::locate_zone(std::string(name)), std::string(name)};
    } catch (const std::runtime_error&) {
        return unknown(name);
    }
}

Instant Zone::start_of(std::chrono::year_month_day day) const {
    if (rule_ && std::chrono::sys_days{day} > last_change_ + std::chrono::days{2}) return rule_->start_of(day);
    const date::local_days midnight{std::chrono::sys_days{day}.time_since_epoch()};
    return std::chrono::floor<std::chrono::seconds>(zone_->to_sys(midnight, date::choose::earliest));
}

std::chrono::year_month_day Zone::day_of(Instant instant) const {
    const bool ruled = rule_ && instant > last_change_;
    const auto offset = ruled ? rule_->offset_at(instant) : zone_->get_info(instant).offset;
    return std::chrono::floor<std::chrono::days>(instant + offset);
}

}  // namespace toolkitd::base
