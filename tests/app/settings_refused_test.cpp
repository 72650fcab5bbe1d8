// A typing mistake is no setting that silently does nothing.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::sentence;
using testing::TemporaryFolder;

struct Wrong {
    std::string_view written;
    std::string_view said;
};

std::string refused_file(std::string_view text) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml", text);
    const auto said = sentence(run({"show", "/livez", "--config", file}));
    EXPECT_TRUE(said.starts_with(file + ": ")) << said;
    return said.substr(std::min(said.size(), file.size() + 2));
}

std::string refused_variable(std::string_view variable) {
    return sentence(run({"show", "/livez"}, {{std::string(variable)}}));
}

TEST(SettingsFile, is_refused_with_a_key_that_is_not_known_and_tells_the_nearest) {
    constexpr std::array kWrong{
        Wrong{"prot = 1\n", "the setting `prot` is not known; did you mean `port`?"},
        Wrong{"max-age = 1\n", "the setting `max-age` is not known; did you mean `max_age`?"},
        Wrong{"Port = 1\n", "the setting `Port` is not known; did you mean `port`?"},
        Wrong{"xyzzy = 1\n", "the setting `xyzzy` is not known; toolkitd --help lists those that are known"},
    };
    for (const auto& [written, said] : kWrong) EXPECT_EQ(refused_file(written), said);
}

TEST(SettingsFile, is_refused_with_what_is_no_setting) {
    for (const std::string_view written : {"config = \"x\"\n", "help = true\n", "version = true\n", "port 8080\n",
                                           "http.port = 1\n", "serve.rehearse = \"2024-08-28\"\n", "= 5\n"}) {
        EXPECT_NE(refused_file(written).find("is not known"), std::string::npos) << written;
    }
}

TEST(SettingsFile, is_refused_with_a_section_by_its_name) {
    EXPECT_EQ(refused_file("[http]\nport = 1\n"), "there are no sections here; take `[http]` away");
    EXPECT_EQ(refused_file("max_age = 1\n[http.cache]\nport = 1\n"), "there are no sections here; take `[http]` away");
}

TEST(SettingsFile, may_begin_with_a_byte_order_mark) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml",
                                   "\xEF\xBB\xBF"
                                   "max_age = 7\r\n");
    const auto ended = run({"show", "-i", "/v1", "--config", file});
    EXPECT_NE(ended.out.find("max-age=7"), std::string::npos) << ended.out << ended.err;
    EXPECT_EQ(refused_file("\xEF\xBB\xBF"
                           "prot = 1\n"),
              "the setting `prot` is not known; did you mean `port`?");
}

TEST(SettingsFile, is_refused_with_an_address_of_its_own_that_no_browser_can_read) {
    for (const std::string_view address : {"https://t.example:80443", "https://1.2.3.400", "https://t.300"}) {
        EXPECT_NE(refused_file("public_url = \"" + std::string(address) + "\"\n").find("is no address"),
                  std::string::npos);
    }
}

TEST(SettingsFile, is_refused_where_it_is_a_folder) {
    const TemporaryFolder folder;
    EXPECT_EQ(sentence(run({"show", "/livez", "--config", folder.path()})),
              "cannot read the settings file " + folder.path() + ": it is a folder");
}

TEST(SettingsFile, is_refused_with_a_value_that_a_setting_cannot_have) {
    for (const std::string_view written :
         {"port = \"x\"", "port = 65536", "port = -1", "port = [1, 2]", "port = 1.5", "max_age = -1", "max_age = \"\"",
          "max_age =", "max_age = 010", "max_age = 99999999999", "max_age = true", "threads = 257",
          "frame_ancestors = \"*; script-src *\"", "frame_ancestors = \"\"", "log_level = \"loud\"",
          "public_url = \"ftp://x\"", "public_url = \"https://x/\"", "max_age = 1\nmax_age = 2"}) {
        const auto said = refused_file(std::string(written) + "\n");
        const auto key = std::string(written.substr(0, written.find(' ')));
        EXPECT_TRUE(said.starts_with("the setting `" + key + "`: ")) << said;
    }
}

TEST(SettingsFile, is_read_whole_or_not_at_all) {
    EXPECT_EQ(sentence(run({"show", "/livez", "--config", "/nowhere/own.toml"})),
              "cannot read the settings file /nowhere/own.toml: /nowhere/own.toml was not readable (missing?)");
    EXPECT_EQ(refused_file("max_age = 5\nprot = 1\n"), "the setting `prot` is not known; did you mean `port`?");
}

TEST(SettingsInTheEnvironment, are_refused_where_they_are_not_known_and_tell_the_nearest) {
    constexpr std::array kWrong{
        Wrong{"TOOLKITD_PROT=1",
              "the environment variable `TOOLKITD_PROT` is not known; did you mean `TOOLKITD_PORT`?"},
        Wrong{"TOOLKITD_MAXAGE=",
              "the environment variable `TOOLKITD_MAXAGE` is not known; did you mean `TOOLKITD_MAX_AGE`?"},
        Wrong{"TOOLKITD_=1",
              "the environment variable `TOOLKITD_` is not known; toolkitd --help lists those that are known"},
    };
    for (const auto& [written, said] : kWrong) EXPECT_EQ(refused_variable(written), said);
    EXPECT_NE(refused_variable("TOOLKITD_port=1").find("is not known"), std::string::npos);
}

TEST(SettingsInTheEnvironment, are_refused_where_they_have_a_value_that_they_cannot_have) {
    for (const std::string_view variable :
         {"TOOLKITD_PORT=x", "TOOLKITD_PORT=tcp://10.0.0.1:80", "TOOLKITD_PORT=65536", "TOOLKITD_MAX_AGE=x",
          "TOOLKITD_MAX_AGE=-1", "TOOLKITD_LOG_LEVEL=loud", "TOOLKITD_THREADS=-1"}) {
        const auto said = refused_variable(variable);
        const auto value = std::string(variable.substr(variable.find('=') + 1));
        EXPECT_NE(said.find(value), std::string::npos) << said;
    }
}

TEST(SettingsInTheEnvironment, of_others_are_none_of_ours) {
    EXPECT_EQ(run({"show", "/livez"}, {{"TOOLKIT_PORT=x", "XTOOLKITD_PORT=x", "TOOLKITDX=1"}}).exit_code, 0);
}

TEST(Settings, are_refused_where_they_name_a_regulation_that_there_is_not) {
    EXPECT_EQ(sentence(run({"show", "/livez", "--primary-regulation", "none", "--content", testing::kContent})),
              "the setting primary_regulation names `none`, which is no regulation in " + testing::kContent);
}

}  // namespace
}  // namespace toolkitd::app
