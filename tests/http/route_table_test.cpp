#include "http/route_table.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace toolkitd::http {
namespace {

std::string matched(std::string_view path) {
    const Route* route = match(path);
    return route ? std::string(route->path) : "none";
}

// A path that fits a route, with a word in the place of each part in braces.
std::string example(std::string_view route, std::string_view word) {
    std::string path;
    while (!route.empty()) {
        const auto brace = route.find('{');
        path += route.substr(0, brace);
        if (brace == std::string_view::npos) break;
        path += word;
        route.remove_prefix(route.find('}') + 1);
    }
    return path;
}

TEST(RouteTable, matches_every_route_with_its_own_template) {
    for (const auto& route : routes()) {
        EXPECT_EQ(matched(route.path), route.path);
        for (const std::string_view word : {"a", "some-id", "status", "sections", "v1", "%2F", "\r\n", "..", "{"}) {
            EXPECT_EQ(matched(example(route.path, word)), route.path) << word;
        }
    }
}

TEST(RouteTable, has_each_path_once) {
    std::set<std::string> paths;
    for (const auto& route : routes()) EXPECT_TRUE(paths.insert(example(route.path, "x")).second) << route.path;
}

TEST(RouteTable, has_no_route_for_a_trailing_slash) {
    for (const auto& route : routes()) {
        const std::string path = example(route.path, "x") + "/";
        EXPECT_EQ(matched(path), "none") << path;
        EXPECT_TRUE(route.path == "/" || !route.path.ends_with('/')) << route.path;
    }
}

TEST(RouteTable, has_no_route_with_an_empty_part) {
    for (const std::string_view path : {"//", "//v1", "/v1//toolkits", "/v1/toolkits//sections",
                                        "/v1/toolkits//sections/x", "/v1/resources/", "/v1/regulations//status"}) {
        EXPECT_EQ(matched(path), "none") << path;
    }
}

TEST(RouteTable, has_no_route_for_more_or_less_or_another_case) {
    for (const std::string_view path : {"",
                                        "v1",
                                        "*",
                                        "/v",
                                        "/v1x",
                                        "/V1",
                                        "/v2",
                                        "/v1/toolkit",
                                        "/v1/toolkits/a/sections/b/c",
                                        "/v1/toolkits/a/b",
                                        "/v1/toolkits/a/Sections",
                                        "/v1/regulations/a/status/x",
                                        "/v1/regulation-status/x",
                                        "/v1/rights/x",
                                        "/livez/x",
                                        "/openapi",
                                        "/openapi.yml",
                                        "/healthz.json",
                                        " /v1",
                                        "/v1 ",
                                        "/v1?x",
                                        "/v1/resources?nothing"}) {
        EXPECT_EQ(matched(path), "none") << path;
    }
}

TEST(RouteTable, is_not_misled_by_a_nul) {
    using namespace std::string_view_literals;
    EXPECT_EQ(matched("/v1\0"sv), "none");
    EXPECT_EQ(matched("/v1/rights\0x"sv), "none");
    EXPECT_EQ(matched("/v1/resources/a\0b"sv), "/v1/resources/{resource}");
}

TEST(RouteTable, tells_what_answers) {
    EXPECT_EQ(match("/")->answer, Answer::home);
    EXPECT_EQ(match("/v1")->answer, Answer::content);
    EXPECT_EQ(match("/v1/resources")->answer, Answer::resource_list);
    EXPECT_EQ(match("/v1/resources/x")->answer, Answer::item);
    EXPECT_EQ(match("/openapi.json")->answer, Answer::document);
    EXPECT_EQ(match("/livez")->answer, Answer::live);
    EXPECT_EQ(match("/readyz")->answer, Answer::ready);
    EXPECT_EQ(match("/healthz")->answer, Answer::health);
    EXPECT_EQ(match("/version")->answer, Answer::version);
}

}  // namespace
}  // namespace toolkitd::http
