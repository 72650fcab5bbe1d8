#include <gtest/gtest.h>

#include "site/built.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

std::string last_modified(std::optional<base::Instant> revised_at, const std::string& path, std::string_view instant) {
    auto catalogue = testing::small_catalogue();
    catalogue.revised_at = revised_at;
    return testing::text(testing::built(std::move(catalogue))->find(path, testing::at(instant))->last_modified);
}

const std::string kFlag = "/v1/regulations/t-visa-final-rule-2024/status";

TEST(LastModified, is_the_instant_since_which_the_bytes_hold) {
    EXPECT_EQ(last_modified(testing::at("2024-01-01"), kFlag, "2024-08-27"), "2024-04-30T04:00:00Z");
    EXPECT_EQ(last_modified(testing::at("2024-01-01"), kFlag, "2024-08-28"), "2024-08-28T04:00:00Z");
}

TEST(LastModified, is_the_latest_revision_where_that_is_later) {
    EXPECT_EQ(last_modified(testing::at("2024-06-01"), kFlag, "2024-08-27"), "2024-06-01T04:00:00Z");
    EXPECT_EQ(last_modified(testing::at("2024-09-01"), kFlag, "2024-08-28"), "2024-09-01T04:00:00Z");
}

TEST(LastModified, is_the_latest_revision_of_what_has_always_held) {
    EXPECT_EQ(last_modified(testing::at("2024-06-01"), "/v1/rights", "2024-08-28"), "2024-06-01T04:00:00Z");
}

TEST(LastModified, is_the_instant_since_which_the_bytes_hold_where_no_revision_is_recorded) {
    EXPECT_EQ(last_modified({}, kFlag, "2024-08-28"), "2024-08-28T04:00:00Z");
}

TEST(LastModified, is_not_known_of_what_has_always_held_without_a_recorded_revision) {
    EXPECT_EQ(last_modified({}, "/v1/rights", "2024-08-28"), "none");
}

}  // namespace
}  // namespace toolkitd::site
