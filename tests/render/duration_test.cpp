#include <gtest/gtest.h>

#include <chrono>

#include "render/rendered.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string duration(const std::optional<domain::Duration>& duration, const std::string& part = "") {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[1].duration = duration;
    return testing::Rendered(catalogue, "2024-05-01").json("/v1/resources/video", "/data/duration" + part);
}

std::string value(seconds length) { return duration(domain::Duration{length, "some time"}, "/value"); }

TEST(Duration, is_told_in_iso_8601_and_in_the_publishers_words) {
    EXPECT_EQ(duration(domain::Duration{minutes{5}, "5 mins"}), R"({"value":"PT5M","label":"5 mins"})");
}

TEST(Duration, leaves_out_what_is_zero) {
    EXPECT_EQ(value(seconds{59}), R"("PT59S")");
    EXPECT_EQ(value(minutes{5}), R"("PT5M")");
    EXPECT_EQ(value(hours{1}), R"("PT1H")");
    EXPECT_EQ(value(hours{1} + seconds{3}), R"("PT1H3S")");
    EXPECT_EQ(value(hours{1} + minutes{2} + seconds{3}), R"("PT1H2M3S")");
}

TEST(Duration, of_nothing_is_zero_seconds) { EXPECT_EQ(value(seconds{0}), R"("PT0S")"); }

TEST(Duration, of_more_than_a_day_is_told_in_hours) { EXPECT_EQ(value(hours{30} + minutes{1}), R"("PT30H1M")"); }

TEST(Duration, that_is_not_known_is_null) { EXPECT_EQ(duration({}), "null"); }

}  // namespace
}  // namespace toolkitd::render
