#include "site/purge_keys.h"

#include <gtest/gtest.h>

#include "support/times.h"

namespace toolkitd::site {
namespace {

using render::Kind;

std::string subject(std::string_view path) {
    const auto keys = purge_keys(path, Kind::data, {}, "r");
    return keys.substr(keys.rfind(' ') + 1);
}

TEST(PurgeKeys, say_the_revision_the_kind_the_edition_and_the_subject) {
    const render::Validity from_then{testing::at("2024-08-28T04:00:00Z"), std::nullopt};
    EXPECT_EQ(purge_keys("/v1/toolkits/a", Kind::data, from_then, "12ab"),
              "toolkitd revision-12ab kind-data edition-2024-08-28T04:00:00Z toolkit-a");
    EXPECT_EQ(purge_keys("/docs", Kind::page, {}, "12ab"), "toolkitd revision-12ab kind-page edition-first overview");
}

TEST(PurgeKeys, name_the_toolkit_of_all_that_is_in_it) {
    for (const std::string_view path : {"/v1/toolkits/a-1", "/v1/toolkits/a-1/sections/b", "/v1/toolkits/a-1/feed.atom",
                                        "/embed/a-1", "/embed/a-1/fragment?heading=3", "/embed/a-1?theme=dark"}) {
        EXPECT_EQ(subject(path), "toolkit-a-1") << path;
    }
}

TEST(PurgeKeys, name_a_resource_and_a_regulation) {
    EXPECT_EQ(subject("/v1/resources/guide"), "resource-guide");
    EXPECT_EQ(subject("/v1/regulations/rule/status"), "regulation-rule");
}

TEST(PurgeKeys, name_nothing_of_what_tells_of_several) {
    for (const std::string_view path : {"/v1", "/v1/toolkits", "/v1/toolkits/", "/v1/resources?kind=video",
                                        "/v1/feed.json", "/embed/v1.js", "/v1/regulation-status"}) {
        EXPECT_EQ(subject(path), "overview") << path;
    }
}

}  // namespace
}  // namespace toolkitd::site
