#include "base/zone.h"

#include <date/tz.h>

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

}  // namespace

Result<Zone> Zone::find(std::string_view name) {
    try {
        if (is_machines_own(name)) return unknown(name);
        const date::time_zone* zone = date::locate_zone(std::string(name));
        static_cast<void>(zone->get_info(Instant{}));  // reads its file, which throws when it cannot be read
        return Zone{zone, std::string(name)};
    } catch (const std::runtime_error&) {
        return unknown(name);
    }
}

Instant Zone::start_of(std::chrono::year_month_day day) const {
    const date::local_days midnight{std::chrono::sys_days{day}.time_since_epoch()};
    return std::chrono::floor<std::chrono::seconds>(zone_->to_sys(midnight, date::choose::earliest));
}

std::chrono::year_month_day Zone::day_of(Instant instant) const {
    const auto local = std::chrono::floor<date::days>(zone_->to_local(instant));
    return std::chrono::sys_days{std::chrono::days{local.time_since_epoch().count()}};
}

}  // namespace toolkitd::base
