#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

const Event kRule = published("2024-04-30", "2024-08-28");

TEST(Since, an_order_told_after_the_day_on_which_it_bit_counts_from_that_day) {
    for (const auto& [kind, status] : {std::pair{EventKind::vacated, vacated}, std::pair{EventKind::enjoined, enjoined},
                                       std::pair{EventKind::superseded, superseded}}) {
        expect_history(regulation({kRule, event("order", kind, "2025-07-15").on("2025-07-01")}),
                       {{"2025-07-14", effective, "2024-08-28"}, {"2025-07-15", status, "2025-07-01"}});
    }
}

TEST(Since, a_limit_told_after_the_day_on_which_it_bit_counts_from_that_day_in_both_places) {
    const auto rule =
        regulation({kRule, event("order", EventKind::enjoined, "2025-07-15").on("2025-07-01").in({"Utah"})});
    expect_history(rule, {{"2025-07-15", partially_effective, "2025-07-01"}});
    EXPECT_EQ(text(status_at(rule, at("2025-07-15")).limits.at(0).since), text(at("2025-07-01")));
}

TEST(Since, a_lift_told_after_its_day_counts_from_that_day) {
    expect_history(regulation({kRule, event("stay", EventKind::stayed, "2024-08-01"),
                               event("end", EventKind::lifted, "2024-10-15").on("2024-10-01").lifting("stay")}),
                   {{"2024-10-14", stayed, "2024-08-01"}, {"2024-10-15", effective, "2024-10-01"}});
}

TEST(Since, a_date_told_late_does_not_bridge_a_stay_that_came_after_it) {
    expect_history(regulation({published("2024-04-30"), event("stay", EventKind::stayed, "2024-07-01"),
                               event("end", EventKind::lifted, "2024-08-01").lifting("stay"),
                               event("dated", EventKind::effective, "2024-10-01").on("2024-06-01")}),
                   {{"2024-09-30", pending, "2024-08-01"}, {"2024-10-01", effective, "2024-08-01"}});
}

TEST(Since, a_date_told_again_does_not_move_what_has_begun) {
    expect_history(regulation({kRule, event("recorded", EventKind::effective, "2024-09-03")}),
                   {{"2024-09-02", effective, "2024-08-28"}, {"2024-09-03", effective, "2024-08-28"}});
}

TEST(Since, a_delay_of_a_part_that_begins_and_ends_after_the_date_counts_from_its_announcement) {
    expect_history(regulation({kRule, event("part", EventKind::delayed, "2024-10-01").on("2024-12-01").of({"a"})}),
                   {
                       {"2024-09-30", effective, "2024-08-28"},
                       {"2024-10-01", partially_effective, "2024-10-01"},
                       {"2024-12-01", effective, "2024-12-01"},
                   });
}

TEST(Since, a_state_that_comes_back_counts_from_its_return) {
    const auto rule = regulation({kRule, event("one", EventKind::stayed, "2024-09-01"),
                                  event("end-one", EventKind::lifted, "2024-10-01").lifting("one"),
                                  event("two", EventKind::stayed, "2024-11-01"),
                                  event("end-two", EventKind::lifted, "2024-12-01").lifting("two")});
    expect_history(rule, {
                             {"2024-09-01", stayed, "2024-09-01"},
                             {"2024-10-01", effective, "2024-10-01"},
                             {"2024-11-01", stayed, "2024-11-01"},
                             {"2024-12-01", effective, "2024-12-01"},
                         });
}

}  // namespace
}  // namespace toolkitd::domain
