// Days and times in files: which instants they stand for.
#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

constexpr std::string_view kRule = "regulations/sample-rule.md";

domain::Event published(std::string_view announced, std::string_view zone = "America/New_York") {
    auto files = with_change(minimal(), kRule, "announced: 2031-03-03", "announced: " + std::string(announced));
    files = with_change(files, kRule, "America/New_York", zone);
    return loaded(files).regulations.at(0).events.at(0);
}

domain::Window window(std::string_view front_matter) {
    auto files = with_change(minimal(), "toolkits/sample/first.md", "title:", std::string(front_matter) + "\ntitle:");
    return loaded(files).toolkits.at(0).sections.at(0).window;
}

TEST(DayOfAnEvent, begins_in_the_regulations_zone_and_is_a_convention) {
    const auto event = published("2031-01-15");
    EXPECT_EQ(base::rfc3339(event.announced.at), "2031-01-15T05:00:00Z");
    EXPECT_EQ(event.announced.basis, domain::Basis::convention);
    EXPECT_EQ(base::rfc3339(published("2031-01-15", "Asia/Tokyo").announced.at), "2031-01-14T15:00:00Z");
}

TEST(TimeOfAnEvent, is_stated_and_keeps_its_day_in_the_regulations_zone) {
    const auto event = published("2031-01-15T23:30:00-05:00");
    EXPECT_EQ(base::rfc3339(event.announced.at), "2031-01-16T04:30:00Z");
    EXPECT_EQ(event.announced.basis, domain::Basis::stated);
    EXPECT_EQ(event.announced.day, std::chrono::year{2031} / 1 / 15);
}

TEST(TimesInFiles, whose_offset_has_lost_its_sign_are_faults) {
    const auto bad = [](std::string_view path, std::string_view before, std::string_view after) {
        const auto told = faults(with_change(minimal(), path, before, after));
        return told.find(": bad-date: `2031-03-05T16:30:00 05:00` is neither a day nor a time") != std::string::npos;
    };
    EXPECT_TRUE(bad(kRule, "announced: 2031-03-03", "announced: 2031-03-05T16:30:00 05:00"));
    EXPECT_TRUE(bad(kRule, "takes_effect: 2031-06-02", "takes_effect: 2031-03-05T16:30:00 05:00"));
    EXPECT_TRUE(bad("resources/sample-guide.md", "---\n", "---\npublish_from: 2031-03-05T16:30:00 05:00\n"));
    EXPECT_TRUE(bad("notices/sample-notice.md", "---\n", "---\npublish_until: 2031-03-05T16:30:00 05:00\n"));
}

TEST(PublishFromAndUntil, are_starts_of_the_publishers_days_or_exact_times) {
    EXPECT_EQ(base::rfc3339(window("publish_from: 2031-06-02").from.value()), "2031-06-02T07:00:00Z");
    EXPECT_EQ(base::rfc3339(window("publish_until: 2031-06-02T12:00:00Z").until.value()), "2031-06-02T12:00:00Z");
    EXPECT_EQ(window("publish_from: 2031-06-02").until, std::nullopt);
    EXPECT_EQ(window("language: en").from, std::nullopt);
}

TEST(PublishFromAndUntil, may_stand_with_every_item) {
    for (const auto* path : {"toolkits/sample/toolkit.md", "toolkits/sample/first.md", "resources/sample-guide.md",
                             "notices/sample-notice.md", "regulations/sample-rule.md"}) {
        const auto files =
            with_change(minimal(), path, "---\n", "---\npublish_from: 2031-01-01\npublish_until: 2031-01-02\n");
        EXPECT_EQ(faults(files), "") << path;
    }
}

TEST(Days, at_the_edges_of_the_calendar_can_be_written) {
    EXPECT_EQ(base::rfc3339(published("2032-02-29").announced.at), "2032-02-29T05:00:00Z");
    EXPECT_NE(faults(with_change(minimal(), kRule, "announced: 2031-03-03", "announced: 2031-02-29")), "");
    EXPECT_EQ(base::rfc3339(window("publish_until: 9999-12-31").until.value()), "9999-12-31T08:00:00Z");
}

}  // namespace
}  // namespace toolkitd::content::testing
