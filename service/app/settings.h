// Everything that an operator can set. Each has a default that works.
//
// Plain values.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "http/cache_policy.h"
#include "http/transport.h"
#include "render/well_known.h"

namespace toolkitd::app {

// How a server ends.
struct Draining {
    std::chrono::seconds delay{0};  // between the end of readiness and the end of listening
    std::chrono::seconds time{10};  // from then on, for what was asked to be answered
};

struct Settings {
    std::string content = "config/content";
    std::string state_dir;  // empty: systemd's STATE_DIRECTORY, where there is one
    std::string public_url;
    std::string primary_regulation;
    std::string log_level = "info";
    std::string log_format = "text";
    bool access_log = false;
    std::string frame_ancestors = "*";
    bool embeds = true;
    render::SecurityContact security;  // empty: nobody is named
    bool metrics = true;
    std::string metrics_address;  // empty: /metrics is where everything else is
    bool metrics_public = false;  // and answers whoever reaches it
    bool core_dumps = false;      // and debuggers
    http::TransportSettings transport;
    Draining draining;
    http::CacheSettings cache;
};

// A setting as it was written, or its default, and whether a running server goes on with the one that it started with.
struct SettingValue {
    std::string text;
    bool at_start = false;

    bool operator==(const SettingValue&) const = default;
};

using SettingValues = std::map<std::string, SettingValue>;  // by their names, such as "max_age"

// The names of the settings whose values differ, of those that `at_start` says: "max_age, public_url"; empty where none
// does.
std::string changed(const SettingValues& before, const SettingValues& after, bool at_start);

}  // namespace toolkitd::app
