// Paths that appear, disappear, and come back.
#include <gtest/gtest.h>

#include "render/json_text.h"
#include "site/built.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using domain::CurrencyState;
using testing::at;

constexpr const char* kGuide = "/v1/resources/guide";
constexpr const char* kCurrent = "/v1/resources?currency=current";

std::shared_ptr<const Snapshot> shown(const domain::Window& window) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].window = window;
    return testing::built(std::move(catalogue));
}

domain::Review review(std::string_view on, CurrencyState finding) {
    return {testing::day(on), at(on), finding, "Read."};
}

// The guide is found to be current, then not to be, then to be so again.
std::shared_ptr<const Snapshot> reviewed() {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].reviews = {review("2024-10-01", CurrencyState::current),
                                      review("2024-11-01", CurrencyState::predates_rule),
                                      review("2024-12-01", CurrencyState::current)};
    return testing::built(std::move(catalogue));
}

std::string validity(const Snapshot& snapshot, std::string_view path, std::string_view instant) {
    const auto* found = snapshot.find(path, at(instant));
    return found ? testing::text(found->validity) : "nothing there";
}

TEST(Path, that_appears_is_there_from_that_instant_on) {
    const auto snapshot = shown({at("2024-06-01"), {}});
    EXPECT_EQ(snapshot->find(kGuide, base::kEarliest), nullptr);
    EXPECT_EQ(snapshot->find(kGuide, at("2024-06-01T03:59:59Z")), nullptr);
    EXPECT_EQ(validity(*snapshot, kGuide, "2024-06-01T04:00:00Z"), "2024-06-01T04:00:00Z to 2024-08-28T04:00:00Z");
    EXPECT_EQ(validity(*snapshot, kGuide, "2024-06-01T04:00:01Z"), "2024-06-01T04:00:00Z to 2024-08-28T04:00:00Z");
}

TEST(Path, that_disappears_is_gone_from_that_instant_on) {
    const auto snapshot = shown({{}, at("2024-06-01")});
    EXPECT_EQ(validity(*snapshot, kGuide, "2024-06-01T03:59:59Z"), "2024-04-30T04:00:00Z to 2024-06-01T04:00:00Z");
    EXPECT_EQ(snapshot->find(kGuide, at("2024-06-01T04:00:00Z")), nullptr);
    EXPECT_EQ(snapshot->find(kGuide, base::kLatest), nullptr);
}

TEST(Path, that_comes_back_has_a_gap) {
    const auto snapshot = reviewed();
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-10-01T03:59:59Z"), "nothing there");
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-10-01T04:00:00Z"), "2024-10-01T04:00:00Z to 2024-11-01T04:00:00Z");
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-11-01T03:59:59Z"), "2024-10-01T04:00:00Z to 2024-11-01T04:00:00Z");
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-11-01T04:00:00Z"), "nothing there");
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-12-01T04:59:59Z"), "nothing there");
    EXPECT_EQ(validity(*snapshot, kCurrent, "2024-12-01T05:00:00Z"), "2024-12-01T05:00:00Z to none");
}

TEST(Path, that_comes_back_with_the_same_bytes_has_a_gap_too) {
    auto catalogue = testing::small_catalogue();
    auto& events = catalogue.regulations[0].events;
    events.push_back(testing::event("vacated", domain::EventKind::vacated, "2025-02-01"));
    events.push_back(testing::event("lifted", domain::EventKind::lifted, "2025-03-01").lifting("vacated"));
    const auto snapshot = testing::built(std::move(catalogue));
    const char* outdated = "/v1/resources?currency=predates_rule";
    EXPECT_EQ(validity(*snapshot, outdated, "2025-01-31"), "2024-08-28T04:00:00Z to 2025-02-01T05:00:00Z");
    EXPECT_EQ(validity(*snapshot, outdated, "2025-02-01"), "nothing there") << "nothing predates a vacated rule";
    EXPECT_EQ(validity(*snapshot, outdated, "2025-03-01"), "2025-03-01T05:00:00Z to none");
    EXPECT_EQ(testing::json_at(testing::body_at(*snapshot, outdated, "2025-01-31"), "/data"),
              testing::json_at(testing::body_at(*snapshot, outdated, "2025-03-01"), "/data"));
}

TEST(Path, that_no_content_ever_has_is_nothing) {
    EXPECT_EQ(reviewed()->find("/v1/resources/nothing", at("2024-06-01")), nullptr);
    EXPECT_EQ(reviewed()->find("", at("2024-06-01")), nullptr);
}

TEST(Path, of_a_window_that_is_shut_is_never_there) {
    const auto snapshot = shown({at("2024-06-01"), at("2024-06-01")});
    for (const auto instant : testing::telling_instants(snapshot->catalogue())) {
        EXPECT_EQ(snapshot->find(kGuide, instant), nullptr);
    }
}

}  // namespace
}  // namespace toolkitd::site
