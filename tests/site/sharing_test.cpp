// Equal pages of neighbouring editions are one representation.
#include <gtest/gtest.h>

#include <set>

#include "render/resource_filter.h"
#include "render/rich_catalogue.h"
#include "site/built.h"
#include "site/feeds.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::at;

const std::string kFlag = "/v1/regulations/t-visa-final-rule-2024/status";

const Snapshot& small() {
    static const auto kSnapshot = testing::built(testing::small_catalogue());
    return *kSnapshot;
}

std::string validity(const std::string& path, std::string_view instant) {
    return testing::text(small().find(path, at(instant))->validity);
}

std::string without_meta(const Representation& representation) {
    return std::string(representation.body().substr(0, representation.body().rfind(",\"meta\":")));
}

TEST(Representation, spans_the_editions_in_which_its_page_is_the_same) {
    EXPECT_EQ(validity(kFlag, "2024-04-01"), "none to 2024-04-30T04:00:00Z");
    EXPECT_EQ(validity(kFlag, "2024-08-23"), "2024-04-30T04:00:00Z to 2024-08-28T04:00:00Z");
    EXPECT_EQ(validity(kFlag, "2025-01-14"), "2024-08-28T04:00:00Z to none");
}

TEST(Representation, is_one_object_for_all_the_instants_that_it_holds) {
    EXPECT_NE(&small().edition(at("2024-08-22")), &small().edition(at("2024-08-23"))) << "a correction is announced";
    EXPECT_EQ(small().find(kFlag, at("2024-08-22")), small().find(kFlag, at("2024-08-23")));
}

TEST(Representation, ends_where_the_page_changes) {
    const std::string rule = "/v1/regulations/t-visa-final-rule-2024";
    EXPECT_EQ(validity(rule, "2024-08-22"), "2024-04-30T04:00:00Z to 2024-08-23T04:00:00Z");
    EXPECT_EQ(validity(rule, "2024-08-23"), "2024-08-23T04:00:00Z to 2024-08-28T04:00:00Z");
    EXPECT_EQ(validity(rule, "2030-01-01"), "2025-01-14T05:00:00Z to none");
}

TEST(Representation, that_never_changes_is_open_at_both_ends) {
    EXPECT_EQ(validity("/v1/rights", "2024-08-28"), "none to none");
    EXPECT_EQ(small().find("/v1/rights", base::kEarliest), small().find("/v1/rights", base::kLatest));
}

TEST(Representation, is_one_for_all_choices_of_filters_that_find_the_same) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    const auto* all = snapshot->find("/v1/resources", at("2024-10-12"));
    EXPECT_EQ(snapshot->find("/v1/resources?audience=attorney", at("2024-10-12")), all);
    EXPECT_NE(snapshot->find("/v1/resources?audience=legal_representative", at("2024-10-12")), all);
}

TEST(Representation, is_counted_once_whatever_the_number_of_its_paths) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    std::set<const Representation*> distinct;
    const auto all = testing::everything_in(*snapshot);
    for (const auto& found : all) distinct.insert(found.representation);
    EXPECT_LT(distinct.size(), all.size());
    render_feeds(snapshot->catalogue(), {}, base::untold, [&](const render::Page& page, const render::Validity& span) {
        const auto instant = span.from.value_or(base::kEarliest);
        distinct.insert(snapshot->find(page.path, instant, page.words));
    });
    EXPECT_EQ(snapshot->representation_count(), distinct.size());
}

TEST(Representation, differs_from_the_one_before_it_in_more_than_its_time) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    const testing::Found* last = nullptr;
    const auto all = testing::everything_in(*snapshot);
    for (const auto& found : all) {
        const bool follows = last && last->path == found.path && found.path != render::empty_resource_list_path() &&
                             last->representation->validity.until == found.representation->validity.from;
        EXPECT_FALSE(follows && without_meta(*last->representation) == without_meta(*found.representation))
            << found.path << " in " << testing::text(found.representation->validity);
        last = &found;
    }
}

}  // namespace
}  // namespace toolkitd::site
