// What is not shown at an instant is nowhere to be found at it.
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const domain::Window kHidden{testing::at("2024-06-01"), {}};
const std::string kRule = "t-visa-final-rule-2024";

// Everything that is rendered a month before the hidden item is shown, in one text.
std::string everything(const domain::Catalogue& catalogue) {
    const Rendered rendered(catalogue, "2024-05-01", {{}, kRule, false});
    std::string all;
    for (const Page& page : rendered.pages()) all += page.path + "\n" + rendered.answer(page.path);
    return all;
}

// Whether an id is anywhere: in quotes, as a part of a path or as a filter's value.
bool is_told(const std::string& all, const std::string& id) {
    return all.find(id + "\"") != std::string::npos || all.find(id + "/") != std::string::npos ||
           all.find("=" + id) != std::string::npos;
}

TEST(Window, hides_a_resource_from_every_page) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].former_ids = {"guide-of-old"};
    ASSERT_TRUE(is_told(everything(catalogue), "guide"));
    catalogue.resources[0].window = kHidden;
    const std::string all = everything(catalogue);
    EXPECT_FALSE(is_told(all, "guide"));
    EXPECT_EQ(all.find("Resource guide"), std::string::npos) << "no section's text lists it";
    EXPECT_TRUE(is_told(all, "video"));
}

TEST(Window, hides_a_toolkit_with_its_sections_and_from_its_resources) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].window = kHidden;
    const std::string all = everything(catalogue);
    EXPECT_FALSE(is_told(all, "lereporting"));
    EXPECT_FALSE(is_told(all, "target-audience"));
    EXPECT_TRUE(is_told(all, "guide")) << "a resource stands by itself";
}

TEST(Window, hides_a_section_and_numbers_the_others_without_a_gap) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections[0].window = kHidden;
    EXPECT_FALSE(is_told(everything(catalogue), "target-audience"));
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/toolkits/lereporting/sections", "/data/0/position"), "1");
    EXPECT_EQ(rendered.json("/v1/toolkits/lereporting/sections/toolkit-contents", "/data/position"), "1");
}

TEST(Window, hides_a_regulation_from_every_page_and_its_notices_with_it) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window = kHidden;
    const std::string all = everything(catalogue);
    EXPECT_FALSE(is_told(all, kRule));
    EXPECT_EQ(all.find("Notice pending."), std::string::npos);
    EXPECT_EQ(all.find("/v1/regulation-status"), std::string::npos);
    EXPECT_TRUE(is_told(all, "lereporting"));
}

TEST(Window, hides_a_notice) {
    auto catalogue = testing::small_catalogue();
    ASSERT_NE(everything(catalogue).find("Notice pending."), std::string::npos);
    catalogue.notices[0].window = kHidden;
    EXPECT_EQ(everything(catalogue).find("Notice pending."), std::string::npos);
}

TEST(Window, shows_an_item_from_its_first_instant_up_to_but_without_its_last) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].window = {testing::at("2024-06-01"), testing::at("2024-07-01")};
    const auto shown = [&](std::string_view instant) {
        return Rendered(catalogue, instant).has("/v1/resources/guide");
    };
    EXPECT_FALSE(shown("2024-06-01T03:59:59Z"));
    EXPECT_TRUE(shown("2024-06-01T04:00:00Z"));
    EXPECT_TRUE(shown("2024-06-01T04:00:01Z"));
    EXPECT_TRUE(shown("2024-07-01T03:59:59Z"));
    EXPECT_FALSE(shown("2024-07-01T04:00:00Z"));
}

}  // namespace
}  // namespace toolkitd::render
