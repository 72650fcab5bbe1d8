// How the process ends.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"
#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

using testing::Client;
using testing::line_with;
using testing::Serving;

const std::string kHalf = "GET /v1/rights HTTP/1.1\r\nHost: a\r\n";

TEST(Ending, begins_with_the_end_of_readiness_while_all_else_is_answered) {
    Serving server({"--drain-delay", "600"});
    EXPECT_EQ(server.get("/readyz").status, 200);
    server.program().signal(SIGTERM);
    line_with(server.program(), "told to end: not ready any more, listens for another 600 s");
    EXPECT_EQ(server.get("/readyz").status, 503);
    EXPECT_EQ(server.get("/readyz").content, "{\"status\":\"fail\"}\n");
    EXPECT_EQ(server.get("/livez").status, 200);
    EXPECT_EQ(server.get("/v1/toolkits").status, 200);
}

TEST(Ending, has_every_answer_from_then_on_be_the_last_of_its_connection) {
    Serving server({"--drain-delay", "600"});
    Client client(server.address());
    client.send(testing::get("/livez"));
    EXPECT_EQ(client.read().field("Connection"), "keep-alive");
    server.program().signal(SIGTERM);
    line_with(server.program(), "told to end");
    client.send(testing::get("/livez"));
    EXPECT_EQ(client.read().field("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Ending, answers_who_has_begun_to_ask_and_takes_nobody_else) {
    Serving server;
    Client asking(server.address());
    asking.send(kHalf);
    EXPECT_EQ(server.get("/livez").status, 200);
    server.program().signal(SIGTERM);
    line_with(server.program(), "told to end");
    asking.send("\r\n");
    EXPECT_EQ(asking.read().status, 200);
    const auto ended = server.program().end();
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_TRUE(ended.out.ends_with("info stop: stopped\n")) << ended.out;
    EXPECT_EQ(ended.out.find("cut off"), std::string::npos) << ended.out;
    EXPECT_ANY_THROW(server.get("/livez"));
}

TEST(Ending, lets_a_client_between_two_requests_send_the_next) {
    Serving server;
    Client client(server.address());
    client.send(testing::get("/livez"));
    EXPECT_EQ(client.read().status, 200);
    server.program().signal(SIGTERM);
    line_with(server.program(), "told to end");
    client.send(testing::get("/livez"));
    EXPECT_EQ(client.read().field("Connection"), "close");
    EXPECT_EQ(server.program().end().exit_code, 0);
}

TEST(Ending, does_not_wait_for_a_client_that_asks_for_nothing) {
    Serving server({"--drain-time", "600"});
    Client idle(server.address());
    EXPECT_EQ(server.get("/livez").status, 200);
    server.program().signal(SIGTERM);
    EXPECT_EQ(idle.read_to_end(), "");
    EXPECT_EQ(server.program().end().exit_code, 0);
}

TEST(Ending, is_bounded_and_tells_how_many_were_cut_off) {
    Serving server({"--drain-time", "1"});
    Client slow(server.address());
    slow.send(kHalf);
    EXPECT_EQ(server.get("/livez").status, 200);
    server.program().signal(SIGTERM);
    const auto ended = server.program().end();
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_NE(ended.out.find("warning stop: 1 clients were cut off"), std::string::npos) << ended.out;
    EXPECT_EQ(slow.read_to_end(), "");
}

TEST(Ending, is_at_once_when_it_is_told_a_second_time) {
    for (const auto& waiting : {std::vector<std::string>{"--drain-delay", "600"}, {"--drain-time", "600"}}) {
        Serving server(waiting);
        Client slow(server.address());
        slow.send(kHalf);
        EXPECT_EQ(server.get("/livez").status, 200);
        server.program().signal(SIGTERM);
        line_with(server.program(), "told to end");
        server.program().signal(SIGINT);
        const auto ended = server.program().end();
        EXPECT_EQ(ended.exit_code, 0);
        EXPECT_NE(ended.out.find("a second time"), std::string::npos) << ended.out;
    }
}

TEST(Ending, answers_who_had_connected_and_was_not_taken_yet) {
    Serving server({"--threads", "1"});
    std::vector<Client> waiting;
    server.program().signal(SIGSTOP);
    for (int i = 0; i < 20; ++i) {
        waiting.emplace_back(server.address());
        waiting.back().send(testing::get("/livez"));
    }
    server.program().signal(SIGTERM);
    server.program().signal(SIGCONT);
    for (auto& client : waiting) EXPECT_EQ(client.read().status, 200);
    EXPECT_EQ(server.program().end().exit_code, 0);
}

TEST(Ending, tells_who_had_connected_that_it_is_busy_where_no_descriptor_is_left) {
    Serving server({"--threads", "1"});
    line_with(server.program(), "compressed");
    const rlimit limit{20, 20};
    std::vector<Client> waiting;
    server.program().signal(SIGSTOP);
    ASSERT_EQ(prlimit(server.program().process(), RLIMIT_NOFILE, &limit, nullptr), 0);
    for (int i = 0; i < 200; ++i) {
        waiting.emplace_back(server.address());
        waiting.back().send(testing::get("/livez"));
    }
    server.program().signal(SIGTERM);
    server.program().signal(SIGCONT);
    for (auto& client : waiting) EXPECT_THAT(client.read().status, ::testing::AnyOf(200, 503));
    EXPECT_EQ(server.program().end().exit_code, 0);
}

TEST(Ending, does_not_wait_for_a_load_that_may_never_end) {
    const testing::TemporaryFolder folder;
    const auto settings = folder.write("service.toml", "");
    const auto draft = folder.path() + "/draft.toml";
    Serving server({"--config", settings});
    ASSERT_EQ(mkfifo(draft.c_str(), 0600), 0);
    std::filesystem::rename(draft, settings);
    server.program().signal(SIGHUP);
    const http::Descriptor nothing_to_read(open(settings.c_str(), O_WRONLY | O_CLOEXEC));  // waits for the reader
    server.program().signal(SIGTERM);
    const auto ended = server.program().end();
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_TRUE(ended.out.ends_with("info stop: stopped\n")) << ended.out;
}

}  // namespace
}  // namespace toolkitd::app
