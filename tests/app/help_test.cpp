#include <gtest/gtest.h>

#include <string_view>

#include "app/program.h"
#include "app/said.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::sentence;

TEST(Help, tells_commands_and_settings) {
    const auto ended = run({"--help"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.err, "");
    for (const std::string_view word : {"serve", "check", "show", "timeline", "health", "export", "verify", "--port",
                                        "TOOLKITD_PORT", "--content", "--config", "--version", "rising precedence"}) {
        EXPECT_NE(ended.out.find(word), std::string::npos) << word;
    }
}

TEST(Help, is_there_for_each_command) {
    for (const std::string_view command : {"serve", "check", "show", "timeline", "health", "export", "verify"}) {
        const auto ended = run({std::string(command), "--help"});
        EXPECT_EQ(ended.exit_code, 0) << command;
        EXPECT_NE(ended.out.find(command), std::string::npos) << ended.out;
        EXPECT_EQ(ended.err, "") << command;
    }
    EXPECT_NE(run({"serve", "--help"}).out.find("--rehearse"), std::string::npos);
    EXPECT_NE(run({"verify", "--help"}).out.find("SSL_CERT_FILE"), std::string::npos);
}

TEST(Help, of_a_command_says_where_the_settings_are_told) {
    for (const std::string_view command : {"serve", "check", "show", "timeline", "health", "export", "verify"}) {
        const auto out = run({std::string(command), "--help"}).out;
        EXPECT_NE(out.find("--port, --content"), std::string::npos) << out;
        EXPECT_NE(out.find("toolkitd --help"), std::string::npos) << out;
    }
}

TEST(Help, version_is_one_line) {
    const auto ended = run({"--version"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_TRUE(ended.out.starts_with("toolkitd ")) << ended.out;
    EXPECT_EQ(ended.out.find('\n'), ended.out.size() - 1);
    EXPECT_EQ(ended.err, "");
}

TEST(CommandLine, is_refused_without_a_command) {
    EXPECT_NE(sentence(run({})).find("toolkitd --help"), std::string::npos);
    EXPECT_NE(sentence(run({"--port", "0"})).find("toolkitd --help"), std::string::npos);
}

TEST(CommandLine, is_refused_with_what_it_does_not_know_and_tells_the_nearest) {
    EXPECT_EQ(sentence(run({"srve"})), "the command or argument `srve` is not known; did you mean `serve`?");
    EXPECT_EQ(sentence(run({"serve", "--prot", "80"})), "the option `--prot` is not known; did you mean `--port`?");
    EXPECT_NE(sentence(run({"serve", "--xyzzy"})).find("`--xyzzy` is not known"), std::string::npos);
    EXPECT_NE(sentence(run({"timeline", "extra"})).find("`extra` is not known"), std::string::npos);
}

TEST(CommandLine, is_refused_where_something_is_wrong_or_missing) {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"show"},
                                                      {"show", "v1"},
                                                      {"show", ""},
                                                      {"check", "--format", "yaml"},
                                                      {"serve", "--port"},
                                                      {"serve", "--port", "x"},
                                                      {"serve", "--port", "65536"},
                                                      {"serve", "--port", "-1"},
                                                      {"serve", "--threads", "257"},
                                                      {"serve", "--public-url", "example.org"},
                                                      {"serve", "--log-level", "loud"},
                                                      {"serve", "check"},
                                                      {"export"},
                                                      {"verify"},
                                                      {"verify", "http://127.0.0.1", "--patience", "0"},
                                                      {"show", "/v1", "--max-age", "x"},
                                                      {"show", "/v1", "--max-age", "-1"},
                                                      {"show", "/v1", "--max-age", ""},
                                                      {"show", "/v1", "--max-age", "010"},
                                                      {"show", "/v1", "--max-age", "99999999999"}}) {
        EXPECT_NE(sentence(run(arguments)), "") << arguments.back();
    }
}

TEST(CommandLine, takes_settings_before_and_behind_the_command) {
    EXPECT_EQ(run({"--max-age", "7", "show", "/livez"}).exit_code, 0);
    EXPECT_EQ(run({"show", "/livez", "--max-age", "7"}).exit_code, 0);
}

}  // namespace
}  // namespace toolkitd::app
