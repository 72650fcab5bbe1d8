#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using nlohmann::json;
using testing::Serving;

TEST(Serve, answers_once_it_says_that_it_listens) {
    const Serving server;
    const auto answer = server.get("/v1/toolkits/lereporting");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(json::parse(answer.content)["data"]["id"], "lereporting");
    EXPECT_EQ(server.get("/readyz").status, 200);
}

TEST(Serve, answers_what_show_prints) {
    const Serving server;
    for (const std::string path :
         {"/v1", "/v1/toolkits/lereporting?as_of=2024-08-28", "/openapi.json", "/v1/problems"}) {
        EXPECT_TRUE(server.get(path).content == testing::run({"show", path}).out) << path;
    }
}

TEST(Serve, ends_well_when_it_is_told_to_end) {
    for (const int signal : {SIGTERM, SIGINT}) {
        Serving server;
        EXPECT_EQ(server.get("/livez").status, 200);
        server.program().signal(signal);
        const auto ended = server.program().end();
        EXPECT_EQ(ended.exit_code, 0) << signal;
        EXPECT_TRUE(ended.out.ends_with("info stop: stopped\n")) << ended.out;
        EXPECT_EQ(ended.err, "");
    }
}

TEST(Serve, ends_though_clients_are_connected) {
    Serving server({"--threads", "2"});
    testing::Client idle(server.address());
    testing::Client busy(server.address());
    busy.send("GET / HTTP/1.1\r\n");
    EXPECT_EQ(server.get("/livez").status, 200);
    server.program().signal(SIGTERM);
    EXPECT_EQ(server.program().end().exit_code, 0);
    EXPECT_EQ(idle.read_to_end(), "");
}

TEST(Serve, outlives_a_client_that_hangs_up) {
    Serving server;
    for (int i = 0; i < 20; ++i) {
        testing::Client gone(server.address());
        for (int k = 0; k < 50; ++k) gone.send(testing::get("/v1/toolkits/lereporting"));
    }
    EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Serve, listens_where_the_environment_says) {
    testing::Program program({"serve"}, {{"TOOLKITD_PORT=0", "TOOLKITD_HOST=localhost"}});
    EXPECT_FALSE(testing::line_with(program, "listening on http://localhost:").empty());
}

TEST(Rehearsal, says_so_everywhere) {
    testing::Program program({"serve", "--port", "0", "--rehearse", "2024-08-27T00:00:00Z"});
    EXPECT_FALSE(testing::line_with(program, "this is a rehearsal").empty());
    const Serving server({"--rehearse", "2024-08-27T00:00:00Z"});
    const auto flag = server.get("/v1/regulation-status");
    EXPECT_EQ(flag.field("Toolkitd-Rehearsal"), "true");
    EXPECT_TRUE(flag.field("Date").starts_with("Tue, 27 Aug 2024 00:")) << flag.field("Date");
    EXPECT_EQ(json::parse(flag.content)["data"]["status"], "pending");
    EXPECT_EQ(json::parse(flag.content)["meta"]["rehearsal"], true);
    EXPECT_EQ(json::parse(server.get("/healthz").content)["rehearsal"], true);
    EXPECT_EQ(server.get("/nothing").field("Toolkitd-Rehearsal"), "true");
}

TEST(Rehearsal, runs_on_from_its_start_past_the_switch) {
    const Serving server({"--rehearse", "2024-08-28T03:59:59Z"});
    const auto status = [&] {
        return json::parse(server.get("/v1/regulation-status").content)["data"]["status"].get<std::string>();
    };
    std::string seen = status();
    testing::Client waiting(server.address());
    for (int i = 0; seen != "effective" && i < 1'000; ++i) {
        waiting.readable_within(50);
        seen = status();
    }
    EXPECT_EQ(seen, "effective");
    EXPECT_EQ(server.get("/healthz").status, 200);
}

TEST(Rehearsal, may_start_with_a_day_where_the_publisher_is) {
    const Serving server({"--rehearse", "2024-08-28"});
    EXPECT_TRUE(server.get("/livez").field("Date").starts_with("Wed, 28 Aug 2024 07:0"));
}

TEST(Serve, WarnsAtTheStartWhereSeveralRegulationsHaveNoPrimaryOne) {
    const testing::TemporaryFolder folder;
    const auto content = testing::copy_of_content(folder);
    folder.write("content/regulations/u-rule.md",
                 "---\ntitle: U rule\nshort_title: U rule\nagency: Agency\ntime_zone: America/New_York\ndocuments:\n"
                 "  - {id: rule, kind: final_rule, title: U rule, citation: null, document_number: 1, href: null, "
                 "published: 2024-01-01, effective: null}\nevents: []\n---\n");
    testing::Start start;
    start.folder = folder.path();
    testing::Program program({"serve", "--port", "0", "--content", content}, start);
    EXPECT_NE(testing::line_with(program, "primary_regulation is not set").find("t-visa-final-rule-2024, u-rule"),
              std::string::npos);
    testing::Program quiet({"serve", "--port", "0", "--content", content, "--primary-regulation", "u-rule"}, start);
    for (auto line = quiet.line(); line.find("listening") == std::string::npos; line = quiet.line()) {
        EXPECT_EQ(line.find("primary_regulation"), std::string::npos) << line;
    }
}

}  // namespace
}  // namespace toolkitd::app
