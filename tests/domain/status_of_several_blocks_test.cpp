#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

const Event kRule = published("2024-04-30", "2024-08-28");

Event lift(std::string id, std::string_view announced) {
    return event("lift-" + id, EventKind::lifted, announced).lifting(id);
}

TEST(SeveralBlocks, lifting_one_of_two_leaves_the_other) {
    const auto rule = regulation({kRule, event("stay", EventKind::stayed, "2024-09-01"),
                                  event("injunction", EventKind::enjoined, "2024-10-01"),
                                  lift("injunction", "2024-11-01"), lift("stay", "2024-12-01")});
    expect_history(rule, {
                             {"2024-09-01", stayed, "2024-09-01"},
                             {"2024-10-01", enjoined, "2024-10-01"},
                             {"2024-11-01", stayed, "2024-11-01"},
                             {"2024-12-01", effective, "2024-12-01"},
                         });
}

TEST(SeveralBlocks, of_one_kind_are_one_unbroken_state) {
    const auto rule = regulation({kRule, event("one", EventKind::stayed, "2024-09-01"),
                                  event("two", EventKind::stayed, "2024-10-01"), lift("one", "2024-11-01")});
    expect_history(rule, {{"2024-10-01", stayed, "2024-09-01"}, {"2024-11-01", stayed, "2024-09-01"}});
    EXPECT_EQ(status_at(rule, at("2024-09-30")).reason_event, "one");
    EXPECT_EQ(status_at(rule, at("2024-10-01")).reason_event, "two");
}

TEST(SeveralBlocks, one_lifted_as_the_next_begins_leave_no_gap) {
    const auto rule = regulation({kRule, event("one", EventKind::stayed, "2024-09-01"), lift("one", "2024-10-01"),
                                  event("two", EventKind::stayed, "2024-10-01")});
    expect_history(rule,
                   {{"2024-10-01T03:59:59Z", stayed, "2024-09-01"}, {"2024-10-01T04:00:00Z", stayed, "2024-09-01"}});
}

TEST(SeveralBlocks, set_and_lifted_at_one_instant_leave_no_trace) {
    expect_history(regulation({kRule, event("stay", EventKind::stayed, "2024-09-01"), lift("stay", "2024-09-01")}),
                   {{"2024-09-01", effective, "2024-08-28"}, {"2024-12-01", effective, "2024-08-28"}});
}

TEST(SeveralBlocks, an_end_outweighs_an_injunction_and_that_a_stay_in_whatever_order) {
    const Event stay = event("stay", EventKind::stayed, "2024-09-01");
    const Event injunction = event("injunction", EventKind::enjoined, "2024-09-01");
    const Event vacatur = event("vacatur", EventKind::vacated, "2024-09-01");
    for (const auto& [first, second, status] :
         {std::tuple{stay, injunction, enjoined}, std::tuple{injunction, stay, enjoined},
          std::tuple{vacatur, injunction, vacated}, std::tuple{stay, vacatur, vacated},
          std::tuple{vacatur, stay, vacated}}) {
        expect_history(regulation({kRule, first, second}), {{"2024-09-01", status, "2024-09-01"}});
    }
}

TEST(SeveralBlocks, of_two_ends_the_later_decides) {
    const auto rule = regulation({kRule, event("vacatur", EventKind::vacated, "2024-10-01"),
                                  event("replaced", EventKind::superseded, "2025-01-05").on("2025-06-01")});
    expect_history(rule, {{"2025-01-05", vacated, "2024-10-01"}, {"2025-06-01", superseded, "2025-06-01"}});
}

TEST(SeveralBlocks, a_nationwide_injunction_is_narrowed_by_a_lift_and_a_narrower_one_on_the_same_day) {
    const auto rule =
        regulation({kRule, event("nationwide", EventKind::enjoined, "2024-09-10"), lift("nationwide", "2024-10-10"),
                    event("narrow", EventKind::enjoined, "2024-10-10").in({"Texas", "Ohio"})});
    expect_history(rule, {
                             {"2024-09-10", enjoined, "2024-09-10"},
                             {"2024-10-10T03:59:59Z", enjoined, "2024-09-10"},
                             {"2024-10-10T04:00:00Z", partially_effective, "2024-10-10"},
                         });
    ASSERT_EQ(status_at(rule, at("2024-10-10")).limits.size(), 1U);
    EXPECT_EQ(text(status_at(rule, at("2024-10-10")).limits[0]),
              "enjoined by narrow in Texas, Ohio since 2024-10-10T04:00:00Z");
}

}  // namespace
}  // namespace toolkitd::domain
