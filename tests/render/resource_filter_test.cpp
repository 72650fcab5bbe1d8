// The lists of resources, one for each choice of filters that finds something.
#include "render/resource_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/resource.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using ::testing::ElementsAre;
using testing::Rendered;

// At an instant at which all four resources are shown but "course".
const Rendered& rendered() {
    static const Rendered kRendered(testing::rich_catalogue(), "2024-10-12");
    return kRendered;
}

FilterValues allowed(const domain::Catalogue& catalogue, std::string_view instant) {
    const Options options;
    return resource_filter_values(View(catalogue, testing::at(instant), options));
}

std::string found(const FilterChoice& choice) {
    const std::string path = resource_list_path(choice);
    return rendered().ids(rendered().has(path) ? path : empty_resource_list_path());
}

TEST(ResourceFilters, find_by_one_of_them) {
    EXPECT_EQ(found({}), "advisory checklist video");
    EXPECT_EQ(found({"attorney", "", "", ""}), "advisory checklist video");
    EXPECT_EQ(found({"legal_representative", "", "", ""}), "advisory");
    EXPECT_EQ(found({"", "current", "", ""}), "video");
    EXPECT_EQ(found({"", "predates_rule", "", ""}), "advisory");
    EXPECT_EQ(found({"", "undetermined", "", ""}), "checklist");
    EXPECT_EQ(found({"", "", "checklist", ""}), "checklist");
    EXPECT_EQ(found({"", "", "", "one"}), "advisory checklist video");
    EXPECT_EQ(found({"", "", "", "two"}), "checklist");
}

TEST(ResourceFilters, find_what_passes_all_of_them) {
    EXPECT_EQ(found({"attorney", "current", "", "one"}), "video");
    EXPECT_EQ(found({"attorney", "undetermined", "checklist", "two"}), "checklist");
    EXPECT_EQ(found({"legal_representative", "", "video", ""}), "");
    EXPECT_EQ(found({"", "current", "", "two"}), "");
}

// Every choice of allowed values, against the list without a filter.
TEST(ResourceFilters, have_a_page_for_each_choice_that_finds_something_and_for_no_other) {
    auto values = allowed(testing::rich_catalogue(), "2024-10-12");
    for (auto& each : values) each.emplace_back();
    std::size_t found_something = 0;
    for (const auto& audience : values[0]) {
        for (const auto& currency : values[1]) {
            for (const auto& kind : values[2]) {
                for (const auto& toolkit : values[3]) {
                    const FilterChoice choice{audience, currency, kind, toolkit};
                    const bool finds = !found(choice).empty();
                    EXPECT_EQ(rendered().has(resource_list_path(choice)), finds) << resource_list_path(choice);
                    if (finds) ++found_something;
                }
            }
        }
    }
    std::size_t lists = 0;
    for (const Page& page : rendered().pages()) {
        if (page.path == kResourceList || page.path.starts_with("/v1/resources?")) ++lists;
    }
    EXPECT_EQ(lists, found_something + 1) << "one more for all choices that find nothing";
}

TEST(ResourceFilters, share_one_empty_list) { EXPECT_EQ(rendered().json(empty_resource_list_path()), "[]"); }

TEST(ResourceFilters, allow_sorted_what_is_shown_and_every_currency) {
    EXPECT_THAT(allowed(testing::rich_catalogue(), "2024-10-12"),
                ElementsAre(ElementsAre("attorney", "legal_representative"),
                            ElementsAre("current", "predates_rule", "undetermined"),
                            ElementsAre("checklist", "practice_advisory", "video"), ElementsAre("one", "two")));
}

TEST(ResourceFilters, allow_nothing_that_is_not_shown) {
    EXPECT_THAT(allowed(testing::rich_catalogue(), "2024-05-01"),
                ElementsAre(ElementsAre("attorney", "legal_representative"),
                            ElementsAre("current", "predates_rule", "undetermined"),
                            ElementsAre("practice_advisory", "video"), ElementsAre("one")));
}

TEST(ResourceFilters, allow_a_toolkit_that_lists_nothing) {
    auto catalogue = testing::empty_catalogue();
    catalogue.toolkits = {testing::toolkit("kit")};
    EXPECT_THAT(allowed(catalogue, "2024-05-01")[3], ElementsAre("kit"));
}

}  // namespace
}  // namespace toolkitd::render
