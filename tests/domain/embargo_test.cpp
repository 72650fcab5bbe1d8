#include "domain/embargo.h"

#include <gtest/gtest.h>

#include <chrono>

#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::domain {
namespace {

using std::chrono::seconds;
using testing::at;

const base::Instant kOpens = at("2027-02-01");

Revision revision(std::string_view on) { return {testing::day(on), at(on), "Note."}; }

TEST(Embargo, EndsWhenAnythingBecomesPublic) {
    auto catalogue = testing::empty_catalogue();
    catalogue.publisher.revisions = {revision("2027-01-01")};
    catalogue.rights.revisions = {revision("2027-01-02")};
    catalogue.audience.revisions = {revision("2027-01-03")};
    catalogue.regulations = {testing::regulation({testing::published("2027-01-04", "2027-12-01")})};
    catalogue.resources = {testing::resource("guide")};
    catalogue.resources[0].reviews = {{testing::day("2027-01-05"), at("2027-01-05"), CurrencyState::current, ""}};
    catalogue.toolkits = {testing::toolkit("kit")};
    catalogue.toolkits[0].sections = {testing::section("section")};
    catalogue.toolkits[0].sections[0].window.from = at("2027-01-06");
    catalogue.notices = {testing::notice("notice", {})};
    catalogue.notices[0].revisions = {revision("2027-01-07")};
    std::vector<base::Instant> days;
    for (int day = 1; day <= 7; ++day) days.push_back(at("2027-01-0" + std::to_string(day)));
    EXPECT_EQ(embargo_instants(catalogue), days);
}

TEST(Embargo, IsNotForAnItemThatMayBePreviewedNorForTheEndOfOne) {
    auto catalogue = testing::empty_catalogue();
    catalogue.resources = {testing::resource("guide")};
    catalogue.resources[0].window = {kOpens, kOpens + seconds{9}, true};
    EXPECT_TRUE(embargo_instants(catalogue).empty());
    EXPECT_EQ(public_at(catalogue, kOpens - seconds{1}).resources.size(), 1U);
}

TEST(PublicCatalogue, LeavesOutItemsUntilTheirInstant) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window.from = kOpens;
    catalogue.notices[0].window.from = kOpens;
    catalogue.resources[0].window.from = kOpens;
    catalogue.toolkits[0].sections[0].window.from = kOpens;
    catalogue.toolkits.push_back(testing::toolkit("second"));
    catalogue.toolkits[1].window.from = kOpens;
    for (const auto step : {seconds{-1}, seconds{0}, seconds{1}}) {
        const auto known = public_at(catalogue, kOpens + step);
        const std::size_t open = step < seconds{0} ? 0 : 1;
        EXPECT_EQ(known.regulations.size(), open) << step.count();
        EXPECT_EQ(known.notices.size(), 1 + open);
        EXPECT_EQ(known.resources.size(), 1 + open);
        EXPECT_EQ(known.toolkits.size(), 1 + open);
        EXPECT_EQ(known.toolkits[0].sections.size(), 1 + open);
    }
}

TEST(PublicCatalogue, LeavesOutEventsReviewsAndRevisionsBeforeTheirDay) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].events.push_back(
        testing::event("delay", EventKind::delayed, "2027-02-01").on("2027-06-01"));
    catalogue.resources[0].reviews = {{testing::day("2027-02-01"), kOpens, CurrencyState::current, ""}};
    catalogue.toolkits[0].revisions = {revision("2027-02-01")};
    const auto before = public_at(catalogue, kOpens - seconds{1});
    const auto after = public_at(catalogue, kOpens);
    EXPECT_EQ(before.regulations[0].events.size() + 1, after.regulations[0].events.size());
    EXPECT_EQ(before.resources[0].reviews.size(), 0U);
    EXPECT_EQ(after.resources[0].reviews.size(), 1U);
    EXPECT_EQ(before.toolkits[0].revisions.size(), 0U);
    EXPECT_EQ(after.toolkits[0].revisions.size(), 1U);
}

}  // namespace
}  // namespace toolkitd::domain
