#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

TEST(Status, of_a_rule_without_events_is_unknown_for_ever) {
    expect_history(regulation({}), {{"0001-01-01T00:00:00Z", unknown, ""}, {"9999-12-31", unknown, ""}});
    EXPECT_EQ(status_at(regulation({}), at("2024-01-01")).in_effect, std::nullopt);
}

TEST(Status, a_rule_is_proposed_then_pending_then_effective) {
    expect_history(
        regulation({event("proposal", EventKind::proposed, "2023-10-02"), published("2024-04-30", "2024-08-28")}),
        {
            {"2023-10-01", unknown, ""},
            {"2023-10-02", proposed, "2023-10-02"},
            {"2024-04-29", proposed, "2023-10-02"},
            {"2024-04-30", pending, "2024-04-30"},
            {"2024-08-28", effective, "2024-08-28"},
        });
}

TEST(Status, a_date_in_a_proposal_has_no_bearing) {
    const auto rule = regulation({event("proposal", EventKind::proposed, "2023-10-02").on("2023-12-01")});
    expect_history(rule, {{"2023-11-30", proposed, "2023-10-02"}, {"2023-12-01", proposed, "2023-10-02"}});
    EXPECT_FALSE(status_at(rule, at("2023-11-30")).next_change);
}

TEST(Status, a_proposal_to_amend_a_rule_leaves_it_effective) {
    expect_history(
        regulation({published("2024-04-30", "2024-08-28"), event("more", EventKind::proposed, "2025-01-10")}),
        {{"2025-01-10", effective, "2024-08-28"}});
}

TEST(Status, a_rule_published_without_a_date_waits_for_the_event_that_gives_one) {
    const auto rule =
        regulation({published("2024-04-30"), event("dated", EventKind::effective, "2024-06-03").on("2024-07-01")});
    expect_history(rule, {
                             {"2024-04-30", pending, "2024-04-30"},
                             {"2024-06-03", pending, "2024-04-30"},
                             {"2024-06-30", pending, "2024-04-30"},
                             {"2024-07-01", effective, "2024-07-01"},
                         });
    EXPECT_EQ(status_at(rule, at("2024-06-02")).reason, Reason::published_without_date);
    EXPECT_FALSE(status_at(rule, at("2024-06-02")).next_change);
    EXPECT_EQ(status_at(rule, at("2024-06-03")).reason, Reason::published_with_date);
    EXPECT_EQ(status_at(rule, at("2024-06-03")).reason_event, "dated");
}

TEST(Status, an_effective_event_without_a_date_counts_from_its_announcement) {
    expect_history(
        regulation({published("2024-04-30"), event("now", EventKind::effective, "2024-06-03")}),
        {{"2024-06-03T03:59:59Z", pending, "2024-04-30"}, {"2024-06-03T04:00:00Z", effective, "2024-06-03"}});
}

TEST(Status, an_effective_date_can_be_brought_forward) {
    expect_history(regulation({published("2024-04-30", "2024-08-28"),
                               event("sooner", EventKind::effective, "2024-05-20").on("2024-06-03")}),
                   {{"2024-06-02", pending, "2024-04-30"}, {"2024-06-03", effective, "2024-06-03"}});
}

TEST(Status, a_rule_effective_before_it_was_published_is_so_since_its_date_but_known_only_on_publication) {
    const auto rule = regulation({published("2024-05-01", "2024-04-01")});
    expect_history(rule, {
                             {"2024-04-01", unknown, ""},
                             {"2024-05-01T03:59:59Z", unknown, ""},
                             {"2024-05-01T04:00:00Z", effective, "2024-04-01"},
                             {"2024-05-01T04:00:01Z", effective, "2024-04-01"},
                         });
    EXPECT_FALSE(status_at(rule, at("2024-05-01")).next_change);
}

TEST(Status, a_rule_effective_on_the_day_of_its_publication_was_never_pending) {
    expect_history(regulation({published("2024-05-01", "2024-05-01")}),
                   {{"2024-05-01T03:59:59Z", unknown, ""}, {"2024-05-01T04:00:00Z", effective, "2024-05-01"}});
}

TEST(Status, a_correction_alone_tells_nothing) {
    expect_history(regulation({event("fix", EventKind::corrected, "2024-05-01").on("2024-06-01")}),
                   {{"2024-05-01", unknown, ""}, {"2024-06-01", unknown, ""}});
}

TEST(Status, a_correction_changes_nothing_but_what_is_known_to_change) {
    const auto plain = regulation({published("2024-04-30", "2024-08-28")});
    const auto corrected = regulation({published("2024-04-30", "2024-08-28"),
                                       event("early", EventKind::corrected, "2024-05-01").on("2024-06-01"),
                                       event("late", EventKind::corrected, "2024-09-01").on("2024-12-01")});
    for (const auto instant : {"2024-05-01", "2024-06-01", "2024-08-27", "2024-08-28", "2024-09-01", "2024-12-01"}) {
        EXPECT_EQ(text(status_at(corrected, at(instant))), text(status_at(plain, at(instant)))) << instant;
    }
}

TEST(Status, of_two_events_of_one_instant_the_later_in_the_file_decides) {
    const Event delay = event("delay", EventKind::delayed, "2024-04-30").on("2024-10-01");
    expect_history(regulation({published("2024-04-30", "2024-08-28"), delay}), {{"2024-04-30", delayed, "2024-04-30"}});
    expect_history(regulation({delay, published("2024-04-30", "2024-08-28")}), {{"2024-04-30", pending, "2024-04-30"}});
}

}  // namespace
}  // namespace toolkitd::domain
