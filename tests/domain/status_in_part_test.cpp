#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

const Event kRule = published("2024-04-30", "2024-08-28");

Event injunction(std::string_view announced) {
    return event("injunction", EventKind::enjoined, announced).in({"Texas", "Ohio"});
}

Event part_delay(std::string id, std::string_view announced, std::string_view until) {
    return event(std::move(id), EventKind::delayed, announced).on(until).of({"214.204"});
}

std::vector<std::string> limits(const Regulation& rule, std::string_view instant) {
    std::vector<std::string> found;
    for (const Limit& limit : status_at(rule, at(instant)).limits) found.push_back(text(limit));
    return found;
}

using Limits = std::vector<std::string>;

TEST(ARuleInPart, enjoined_in_some_states_is_partially_effective_until_that_is_lifted) {
    const auto rule = regulation(
        {kRule, injunction("2024-09-10"), event("end", EventKind::lifted, "2025-02-03").lifting("injunction")});
    expect_history(rule, {
                             {"2024-09-10T03:59:59Z", effective, "2024-08-28"},
                             {"2024-09-10T04:00:00Z", partially_effective, "2024-09-10"},
                             {"2025-02-03T04:59:59Z", partially_effective, "2024-09-10"},
                             {"2025-02-03T05:00:00Z", effective, "2025-02-03"},
                         });
    const Status status = status_at(rule, at("2024-09-10"));
    EXPECT_EQ(status.in_effect, true);
    EXPECT_EQ(status.reason, Reason::limited_in_part);
    EXPECT_EQ(status.reason_event, "injunction");
    EXPECT_EQ(limits(rule, "2024-09-10"), Limits{"enjoined by injunction in Texas, Ohio since 2024-09-10T04:00:00Z"});
    EXPECT_EQ(limits(rule, "2025-02-03"), Limits{});
}

TEST(ARuleInPart, enjoined_in_some_states_before_its_date_is_pending_until_the_date) {
    const auto rule = regulation({kRule, injunction("2024-06-10")});
    expect_history(rule, {{"2024-06-10", pending, "2024-04-30"}, {"2024-08-28", partially_effective, "2024-08-28"}});
    EXPECT_EQ(status_at(rule, at("2024-06-10")).next_change->status, partially_effective);
    EXPECT_EQ(limits(rule, "2024-06-10").size(), 1U);
}

TEST(ARuleInPart, with_some_provisions_delayed_is_whole_from_their_date_on) {
    const auto rule = regulation({kRule, part_delay("later", "2024-04-30", "2025-01-01")});
    expect_history(rule, {
                             {"2024-08-27", pending, "2024-04-30"},
                             {"2024-08-28", partially_effective, "2024-08-28"},
                             {"2025-01-01T04:59:59Z", partially_effective, "2024-08-28"},
                             {"2025-01-01T05:00:00Z", effective, "2025-01-01"},
                         });
    EXPECT_EQ(limits(rule, "2024-08-28"),
              Limits{"delayed by later of 214.204 since 2024-04-30T04:00:00Z until 2025-01-01T05:00:00Z"});
    EXPECT_EQ(status_at(rule, at("2024-08-28")).next_change->status, effective);
}

TEST(ARuleInPart, a_second_delay_of_the_same_provisions_takes_the_place_of_the_first) {
    const auto rule = regulation(
        {kRule, part_delay("one", "2024-04-30", "2025-01-01"), part_delay("two", "2024-12-01", "2025-07-01")});
    expect_history(rule, {{"2025-01-01", partially_effective, "2024-08-28"}, {"2025-07-01", effective, "2025-07-01"}});
    EXPECT_EQ(limits(rule, "2024-12-01"),
              Limits{"delayed by two of 214.204 since 2024-12-01T05:00:00Z until 2025-07-01T04:00:00Z"});
}

TEST(ARuleInPart, a_delay_takes_the_place_of_no_order_about_the_same_places) {
    const auto rule =
        regulation({kRule, injunction("2024-09-10"),
                    event("part", EventKind::delayed, "2024-10-01").on("2024-12-01").in({"Texas", "Ohio"})});
    expect_history(rule, {{"2024-12-01", partially_effective, "2024-09-10"}});
    EXPECT_EQ(limits(rule, "2024-10-01").size(), 2U);
    EXPECT_EQ(limits(rule, "2024-12-01").size(), 1U);
}

TEST(ARuleInPart, the_same_places_and_provisions_in_another_order_are_the_same_part) {
    const auto part = [](std::string id, std::string_view announced) {
        return event(std::move(id), EventKind::delayed, announced);
    };
    const auto rule = regulation({kRule, part("one", "2024-05-01").on("2025-01-01").of({"a", "b"}).in({"Ohio", "Utah"}),
                                  part("two", "2024-06-01").on("2024-09-01").of({"b", "a"}).in({"Utah", "Ohio"})});
    expect_history(rule, {{"2024-08-31", partially_effective, "2024-08-28"}, {"2024-09-01", effective, "2024-09-01"}});
    EXPECT_EQ(limits(rule, "2024-06-01").size(), 1U);
}

TEST(ARuleInPart, provisions_delayed_without_a_date_wait_for_one_or_for_a_lift) {
    const Event open = event("open", EventKind::delayed, "2024-04-30").of({"214.204"});
    expect_history(regulation({kRule, open}), {{"2030-01-01", partially_effective, "2024-08-28"}});
    expect_history(regulation({kRule, open, part_delay("dated", "2024-12-01", "2025-07-01")}),
                   {{"2025-06-30", partially_effective, "2024-08-28"}, {"2025-07-01", effective, "2025-07-01"}});
    expect_history(regulation({kRule, open, event("end", EventKind::lifted, "2025-02-01").lifting("open")}),
                   {{"2025-02-01", effective, "2025-02-01"}});
}

TEST(ARuleInPart, delayed_as_a_whole_beyond_the_date_of_a_part_has_no_part_left_to_wait_for) {
    const auto rule = regulation({kRule, part_delay("part", "2024-04-30", "2025-01-01"),
                                  event("whole", EventKind::delayed, "2024-08-01").on("2025-06-01")});
    expect_history(rule, {{"2025-01-01", delayed, "2024-08-01"}, {"2025-06-01", effective, "2025-06-01"}});
    EXPECT_EQ(limits(rule, "2024-12-31").size(), 1U);
    EXPECT_EQ(limits(rule, "2025-01-01"), Limits{});
}

TEST(ARuleInPart, delayed_as_a_whole_to_a_day_before_that_of_a_part_still_waits_for_the_part) {
    expect_history(regulation({kRule, part_delay("part", "2024-04-30", "2025-06-01"),
                               event("whole", EventKind::delayed, "2024-08-01").on("2025-01-01")}),
                   {{"2025-01-01", partially_effective, "2025-01-01"}, {"2025-06-01", effective, "2025-06-01"}});
}

TEST(ARuleInPart, blocked_as_a_whole_is_blocked_and_still_names_its_parts) {
    const auto rule = regulation({kRule, injunction("2024-09-10"), event("stay", EventKind::stayed, "2024-10-01"),
                                  event("end", EventKind::lifted, "2024-11-01").lifting("stay")});
    expect_history(rule, {{"2024-10-01", stayed, "2024-10-01"}, {"2024-11-01", partially_effective, "2024-11-01"}});
    EXPECT_EQ(limits(rule, "2024-10-01").size(), 1U);
}

TEST(ARuleInPart, names_its_parts_in_order_of_announcement_and_the_last_as_the_reason) {
    const auto rule = regulation({kRule, event("b", EventKind::vacated, "2024-09-01").of({"214.204"}),
                                  event("a", EventKind::stayed, "2024-10-01").in({"Utah"})});
    EXPECT_EQ(limits(rule, "2024-10-01"), (Limits{"vacated by b of 214.204 since 2024-09-01T04:00:00Z",
                                                  "stayed by a in Utah since 2024-10-01T04:00:00Z"}));
    EXPECT_EQ(status_at(rule, at("2024-10-01")).reason_event, "a");
}

}  // namespace
}  // namespace toolkitd::domain
