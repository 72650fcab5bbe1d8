// The command line, the environment and the settings file, read into what the program is to do.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "app/settings.h"
#include "base/result.h"

namespace toolkitd::app {

struct Serve {
    std::optional<std::string> rehearse;  // an instant or a day; nothing: the real clock
};

struct Check {
    std::string folder;
    bool json = false;
};

struct Show {
    std::string path;
    std::string as_of;
    bool with_fields = false;
    bool routes = false;
};

struct Timeline {};

// Writes everything that the content says as files.
struct Export {
    std::string folder;
};

// Holds a mirror, or what is served somewhere, against the content.
struct Verify {
    std::string what;                    // a folder, or an address with its scheme
    std::chrono::seconds patience{10};   // for each answer
    std::chrono::seconds max_time{600};  // for all of it
};

// Asks a running server, at the configured address, for its health.
struct Probe {};

struct Invocation {
    Settings settings;
    SettingValues values;  // the same, as they were written
    std::variant<Serve, Check, Show, Timeline, Probe, Export, Verify> command;
};

// What there is to say instead of a command: help or the version, with exit code 0; what is wrong, with another.
struct Answered {
    std::string text;
    int exit_code = 0;
    bool unread = false;  // the settings file could not be read, which may pass without a change of it
};

// Settings come from the file that `--config` names (without it from config/service.toml, where there is one), from the
// environment (TOOLKITD_ and the setting's name) and from flags, in rising precedence. A key or variable that is not
// known is refused, with the nearest that is.
base::Result<Invocation, Answered> read_command_line(int argc, const char* const* argv);

}  // namespace toolkitd::app
