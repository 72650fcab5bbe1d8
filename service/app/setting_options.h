// The settings as options of the command line, as environment variables and as keys of a file: one name for each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/settings.h"

namespace CLI {
class App;
}

namespace toolkitd::app {

// Adds an option for each setting, bound to `settings`, which must outlive the parsing.
void add_setting_options(CLI::App& app, Settings& settings);

// Refuses a variable that begins with TOOLKITD_ and names no setting, or has a value that the setting cannot have: the
// sentence, or nothing. Call it after the command line is parsed, which a variable does not override.
std::optional<std::string> read_environment(CLI::App& app);

struct SettingsFault {
    std::string sentence;
    bool unread = false;  // the file could not be read, which may pass without a change of it
};

// Sets from a TOML file what neither a flag nor a variable has set. Tells what is wrong, or nothing.
std::optional<SettingsFault> read_settings_file(CLI::App& app, const std::string& path);

// The settings as they are after all of that.
SettingValues setting_values(const CLI::App& app);

// "WHAT `NAME` is not known", and which of the known names may have been meant.
std::string unknown_name(const std::string& what, const std::string& name, const std::vector<std::string>& known);

}  // namespace toolkitd::app
