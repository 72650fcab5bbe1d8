// The command `health`, by which a supervisor asks.
#include <gtest/gtest.h>

#include <string>

#include "app/program.h"
#include "app/serving.h"
#include "http/answering.h"
#include "http/running_server.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::Serving;

TEST(Well, is_a_server_that_passes) {
    Serving server;
    const auto ended = run({"health", "--port", server.port()});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_EQ(ended.out, "pass\n");
    EXPECT_EQ(run({"health"}, {{"TOOLKITD_PORT=" + server.port()}}).exit_code, 0);
}

TEST(Well, is_asked_on_this_machine_of_a_server_that_listens_everywhere) {
    testing::Program program({"serve", "--port", "0", "--host", "0.0.0.0"});
    const auto port = testing::port_in(testing::line_with(program, "listening on http://0.0.0.0:"));
    EXPECT_EQ(run({"health", "--host", "0.0.0.0", "--port", std::to_string(port)}).exit_code, 0);
}

TEST(Well, is_no_server_that_fails) {
    const testing::Answering handler([](const http::Request&) { return testing::text_response("{}", 503); });
    const testing::RunningServer server(handler);
    const auto ended = run({"health", "--port", std::to_string(server.address().port)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "fail\n");
}

TEST(Well, IsSaidInTheWordOfTheServer) {
    for (const std::string word : {"pass", "warn"}) {
        const testing::Answering handler(
            [&](const http::Request&) { return testing::text_response(R"({"status":")" + word + R"("})"); });
        const testing::RunningServer server(handler);
        const auto ended = run({"health", "--port", std::to_string(server.address().port)});
        EXPECT_EQ(ended.exit_code, 0);
        EXPECT_EQ(ended.out, word + "\n");
    }
}

TEST(Well, IsNoServerThatSaysNothingAboutIt) {
    const testing::Answering handler([](const http::Request&) { return testing::text_response("hello"); });
    const testing::RunningServer server(handler);
    const auto ended = run({"health", "--port", std::to_string(server.address().port)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("says nothing about its health"), std::string::npos) << ended.err;
}

// The server listens by IPv4 alone, as it does where the machine has no IPv6.
TEST(Well, IsAskedByIpv4WhereAServerOnEveryAddressIsNotReachedByIpv6) {
    Serving server({"--host", "127.0.0.1"});
    for (const std::string host : {"::", "", "0::0", "0.0.0.0", "0"}) {
        const auto ended = run({"health", "--host", host, "--port", server.port()});
        EXPECT_EQ(ended.out, "pass\n") << host << ended.err;
    }
    const auto elsewhere = run({"health", "--host", "::1", "--port", server.port()});
    EXPECT_EQ(elsewhere.exit_code, 1);
}

TEST(Well, NamesEveryAddressAtWhichNobodyAnswers) {
    std::string port;
    {
        Serving server;
        port = server.port();
    }
    const auto ended = run({"health", "--host", "::", "--port", port});
    EXPECT_NE(ended.err.find("http://[::1]:" + port), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("http://127.0.0.1:" + port), std::string::npos) << ended.err;
}

TEST(Well, is_no_server_that_does_not_answer) {
    std::string port;
    {
        Serving server;
        port = server.port();
    }
    const auto ended = run({"health", "--port", port});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(ended.err.starts_with("toolkitd: no answer from http://127.0.0.1:" + port + "/healthz: ")) << ended.err;
}

TEST(Well, is_a_rehearsal_too) {
    Serving server({"--rehearse", "2024-08-28T03:59:59Z"});
    EXPECT_EQ(run({"health", "--port", server.port()}).exit_code, 0);
}

}  // namespace
}  // namespace toolkitd::app
