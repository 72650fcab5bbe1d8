// Which language a page says that it is in.
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

std::string language(const std::string& path) {
    static const Rendered kRendered(testing::rich_catalogue(), "2025-02-01", {{}, "second-rule", false});
    return kRendered.page(path).language;
}

TEST(Language, of_an_item_is_the_one_of_its_text) {
    EXPECT_EQ(language("/v1/toolkits/one"), "en");
    EXPECT_EQ(language("/v1/toolkits/two"), "es");
    EXPECT_EQ(language("/v1/toolkits/two/sections/contents"), "es");
    EXPECT_EQ(language("/v1/resources/course"), "es");
    EXPECT_EQ(language("/v1/regulations/first-rule"), "en");
    EXPECT_EQ(language("/v1/regulations/second-rule"), "es");
}

TEST(Language, of_a_toolkits_sections_is_the_toolkits) {
    EXPECT_EQ(language("/v1/toolkits/one/sections"), "en");
    EXPECT_EQ(language("/v1/toolkits/two/sections"), "es");
}

TEST(Language, of_lists_across_toolkits_and_of_the_services_own_words_is_the_publishers) {
    for (const std::string path : {"/v1", "/v1/toolkits", "/v1/resources", "/v1/resources?kind=course",
                                   "/v1/regulations", "/v1/regulation-status", "/v1/rights", "/v1/problems"}) {
        EXPECT_EQ(language(path), "en") << path;
    }
}

}  // namespace
}  // namespace toolkitd::render
