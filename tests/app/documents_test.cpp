// What the files for operators say of the settings, against the settings themselves: no library's help text in between.
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "app/setting_options.h"
#include "app/settings.h"

namespace toolkitd::app {
namespace {

std::string text_of(const std::string& file) {
    std::ifstream stream(std::string(TOOLKITD_SOURCE_DIR) + "/" + file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// By name, whether a running server keeps the setting as it was at its start.
std::map<std::string, bool> settings() {
    CLI::App app;
    Settings settings;
    add_setting_options(app, settings);
    std::map<std::string, bool> kept;
    for (const auto& [name, value] : setting_values(app)) kept[name] = value.at_start;
    return kept;
}

// The same from the rows of the table: "| `name`, `name` | what it does | yes |".
std::map<std::string, bool> documented() {
    static const std::regex kRow(R"(\| (`\w+`(?:, `\w+`)*) \|.*\| (yes|no) \|)");
    static const std::regex kName("`([a-z_]+)`");
    std::map<std::string, bool> kept;
    std::istringstream text(text_of("docs/operations.md"));
    for (std::string line; std::getline(text, line);) {
        std::smatch row;
        if (!std::regex_match(line, row, kRow)) continue;
        const std::string names = row[1];
        for (std::sregex_iterator name(names.begin(), names.end(), kName), end; name != end; ++name)
            kept[(*name)[1]] = row[2] == "no";
    }
    return kept;
}

TEST(OperatorsPage, HasEverySettingWithWhatSighupDoes) {
    EXPECT_GT(settings().size(), 20U);
    EXPECT_EQ(documented(), settings());
}

TEST(SystemdUnit, WaitsLongerThanTheDefaultShutdownTakes) {
    std::smatch found;
    const std::string unit = text_of("deploy/systemd/toolkitd.service");
    ASSERT_TRUE(std::regex_search(unit, found, std::regex(R"(\nTimeoutStopSec=(\d+)s\n)")));
    const Draining draining;
    EXPECT_GT(std::chrono::seconds(std::stoi(found[1])), draining.delay + draining.time);
}

}  // namespace
}  // namespace toolkitd::app
