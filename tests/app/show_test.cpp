#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"
#include "http/route_table.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::TemporaryFolder;

std::string status_as_of(const std::string& instant, const std::string& path = "/v1/regulation-status") {
    const auto ended = run({"show", path, "--as-of", instant});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    return nlohmann::json::parse(ended.out)["data"]["status"];
}

TEST(Show, prints_what_the_service_would_answer_and_nothing_else) {
    const auto ended = run({"show", "/v1/toolkits/lereporting"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(nlohmann::json::parse(ended.out)["data"]["id"], "lereporting");
    EXPECT_TRUE(ended.out.ends_with("}\n"));
}

TEST(Show, shows_the_switch_at_the_instant_itself) {
    EXPECT_EQ(status_as_of("2024-08-28T03:59:59Z"), "pending");
    EXPECT_EQ(status_as_of("2024-08-28T04:00:00Z"), "effective");
    EXPECT_EQ(status_as_of("2024-08-28T04:00:01Z"), "effective");
    EXPECT_EQ(status_as_of("2024-08-28T00:00:00-04:00"), "effective");
    EXPECT_EQ(status_as_of("2024-08-28T09:29:59+05:30"), "pending");
    EXPECT_EQ(status_as_of("2024-08-27"), "pending");
    EXPECT_EQ(status_as_of("2024-08-28"), "effective");
}

TEST(Show, refuses_an_instant_whose_offset_has_lost_its_sign) {
    const auto ended = run({"show", "/v1/regulation-status", "--as-of", "2024-08-28T09:30:00 05:30"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("`2024-08-28T09:30:00 05:30` is neither a day nor an instant"), std::string::npos);
}

TEST(Show, takes_an_instant_from_the_path_as_well) {
    EXPECT_EQ(run({"show", "/v1/regulation-status?as_of=2024-08-28T03:59:59Z"}).out,
              run({"show", "/v1/regulation-status", "--as-of", "2024-08-28T03:59:59Z"}).out);
    EXPECT_EQ(status_as_of("2024-08-28T04:00:00Z", "/v1/regulation-status?x=y"), "effective");
}

TEST(Show, prints_the_header_fields_when_asked) {
    const auto ended = run({"show", "-i", "/v1/regulation-status", "--as-of", "2024-08-28"});
    EXPECT_TRUE(ended.out.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << ended.out.substr(0, 100);
    EXPECT_NE(ended.out.find("\r\nETag: \""), std::string::npos);
    EXPECT_NE(ended.out.find("\r\n\r\n{\"data\":"), std::string::npos);
    EXPECT_EQ(ended.out.find("\r\nToolkitd-Rehearsal:"), std::string::npos);
}

TEST(Show, says_nothing_of_a_revision_that_is_planned) {
    const testing::TemporaryFolder folder;
    std::filesystem::copy(testing::kContent, folder.path() + "/content", std::filesystem::copy_options::recursive);
    const std::string section = folder.path() + "/content/toolkits/lereporting/target-audience.md";
    std::ifstream in(section);
    std::string text(std::istreambuf_iterator<char>(in), {});
    text.insert(text.find("revisions:\n") + 11, "  - on: 2999-01-01\n    note: Planned.\n");
    std::ofstream(section) << text;
    const auto fields = run({"show", "-i", "/v1/toolkits/lereporting", "--content", folder.path() + "/content"});
    EXPECT_EQ(fields.out.find("2999"), std::string::npos) << fields.out.substr(0, 800);
    EXPECT_NE(fields.out.find("\r\nLast-Modified: "), std::string::npos) << fields.out.substr(0, 800);
    const auto sitemap =
        run({"show", "/sitemap.xml", "--public-url", "https://t.example", "--content", folder.path() + "/content"});
    EXPECT_NE(sitemap.out.find("<lastmod>20"), std::string::npos) << sitemap.out;
    EXPECT_EQ(sitemap.out.find("2999"), std::string::npos) << sitemap.out;
}

TEST(Show, prints_an_error_and_fails) {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"show", "/v1/nothing"},
                                                      {"show", "/v1", "--as-of", "now"},
                                                      {"show", "/v1/resources?kind=none"},
                                                      {"show", "/v1/a b"}}) {
        const auto ended = run(arguments);
        EXPECT_EQ(ended.exit_code, 1) << arguments[1];
        EXPECT_GE(nlohmann::json::parse(ended.out)["status"].get<int>(), 400) << arguments[1];
        EXPECT_EQ(ended.err, "");
    }
}

TEST(Show, answers_for_the_service_itself) {
    EXPECT_EQ(nlohmann::json::parse(run({"show", "/healthz"}).out)["status"], "pass");
    EXPECT_TRUE(run({"show", "/openapi.yaml"}).out.starts_with("openapi: 3.1."));
    EXPECT_EQ(nlohmann::json::parse(run({"show", "/openapi.json"}).out)["info"]["title"].is_string(), true);
}

TEST(Show, prints_every_path) {
    std::string routes;
    for (const auto& route : http::routes()) routes += std::string(route.path) + "\n";
    const auto ended = run({"show", "--routes"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.out, routes);
}

TEST(Show, tells_the_faults_of_content_that_it_cannot_show) {
    const testing::TemporaryFolder folder;
    const auto ended = run({"show", "/v1", "--content", testing::faulty_content(folder)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("/resources/faulty.md:4:1: unknown-key: "), std::string::npos) << ended.err;
}

TEST(Show, LooksAheadAtWhatIsNotPublicYet) {
    const TemporaryFolder folder;
    const auto content = testing::copy_of_content(folder);
    folder.write("content/resources/secret.md",
                 "---\nkind: guide\nkind_label: Guide\ntitle: Secret\nas_listed: Secret\nhref: null\n"
                 "audiences: [attorney]\npublish_from: 9000-01-01\n---\n");
    const auto shown = [&](const std::string& day) {
        return run({"show", "/v1/resources/secret", "--as-of", day, "--content", content}).exit_code;
    };
    EXPECT_EQ(shown("8999-12-31"), 1);
    EXPECT_EQ(shown("9000-01-01"), 0);
    const auto timeline = run({"timeline", "--content", content});
    EXPECT_NE(timeline.out.find("9000-01-01T08:00:00Z  resource secret is shown from now on"), std::string::npos);
}

}  // namespace
}  // namespace toolkitd::app
