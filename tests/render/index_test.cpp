#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

constexpr const char* kRule = "t-visa-final-rule-2024";

TEST(Index, names_everything_that_there_is) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01", {{}, kRule, false});
    EXPECT_EQ(rendered.ids("/v1"), "toolkits resources regulations regulation-status rights problems");
    EXPECT_EQ(rendered.json("/v1", "/data/0"), R"({"id":"toolkits","title":"The toolkits","href":"/v1/toolkits"})");
}

TEST(Index, has_titles_in_the_language_asked_for) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01", {{}, kRule, false}, Language::spanish);
    EXPECT_EQ(rendered.ids("/v1"), "toolkits resources regulations regulation-status rights problems");
    EXPECT_EQ(rendered.text("/v1", "/data/0/title"), "Los kits de herramientas");
}

TEST(Index, leads_to_pages_that_are_there) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01", {{}, kRule, false});
    for (int i = 0; i < 6; ++i) {
        EXPECT_TRUE(rendered.has(rendered.text("/v1", "/data/" + std::to_string(i) + "/href"))) << i;
    }
}

TEST(Index, names_no_primary_regulation_where_the_settings_name_none) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations.push_back(testing::regulation({testing::published("2024-04-30", "2024-08-28")}, "u-rule"));
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.ids("/v1"), "toolkits resources regulations rights problems");
    EXPECT_FALSE(rendered.has("/v1/regulation-status"));
}

TEST(Index, names_no_primary_regulation_that_is_not_shown) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window.from = testing::at("2024-06-01");
    const Rendered rendered(catalogue, "2024-05-01", {{}, kRule, false});
    EXPECT_EQ(rendered.ids("/v1"), "toolkits resources regulations rights problems");
    EXPECT_FALSE(rendered.has("/v1/regulation-status"));
}

TEST(Index, is_there_with_every_list_when_there_is_no_content) {
    const Rendered rendered(testing::empty_catalogue(), "2024-05-01");
    for (const std::string path : {"/v1/toolkits", "/v1/resources", "/v1/regulations"}) {
        EXPECT_EQ(rendered.json(path), "[]") << path;
    }
}

}  // namespace
}  // namespace toolkitd::render
