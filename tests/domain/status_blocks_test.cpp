#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

const Event kRule = published("2024-04-30", "2024-08-28");
const Event kStay = event("stay", EventKind::stayed, "2024-08-01");
const Event kInjunction = event("injunction", EventKind::enjoined, "2024-10-01");
const Event kVacatur = event("vacatur", EventKind::vacated, "2024-11-01");

Event lift(std::string id, std::string_view announced) {
    return event("lift-" + id, EventKind::lifted, announced).lifting(id);
}

TEST(ABlockedRule, stayed_before_its_date_is_not_revived_by_the_date) {
    const auto rule = regulation({kRule, kStay});
    expect_history(rule, {
                             {"2024-08-01T03:59:59Z", pending, "2024-04-30"},
                             {"2024-08-01T04:00:00Z", stayed, "2024-08-01"},
                             {"2024-08-28T03:59:59Z", stayed, "2024-08-01"},
                             {"2024-08-28T04:00:00Z", stayed, "2024-08-01"},
                             {"2030-01-01", stayed, "2024-08-01"},
                         });
    EXPECT_FALSE(status_at(rule, at("2024-08-01")).next_change);
    EXPECT_EQ(status_at(rule, at("2024-08-28")).in_effect, false);
}

TEST(ABlockedRule, whose_stay_is_lifted_after_its_date_is_effective_since_the_lift) {
    expect_history(regulation({kRule, kStay, lift("stay", "2024-09-15")}),
                   {
                       {"2024-09-15T03:59:59Z", stayed, "2024-08-01"},
                       {"2024-09-15T04:00:00Z", effective, "2024-09-15"},
                       {"2030-01-01", effective, "2024-09-15"},
                   });
}

TEST(ABlockedRule, whose_stay_is_lifted_before_its_date_is_pending_again) {
    expect_history(regulation({kRule, kStay, lift("stay", "2024-08-15")}),
                   {{"2024-08-15", pending, "2024-08-15"}, {"2024-08-28", effective, "2024-08-28"}});
}

TEST(ABlockedRule, a_new_date_during_a_stay_ends_no_stay) {
    expect_history(
        regulation({kRule, kStay, event("delay", EventKind::delayed, "2024-08-10").on("2024-12-01"),
                    event("dated", EventKind::effective, "2024-11-01").on("2024-11-15"), lift("stay", "2025-01-10")}),
        {
            {"2024-08-10", stayed, "2024-08-01"},
            {"2024-11-15", stayed, "2024-08-01"},
            {"2024-12-01", stayed, "2024-08-01"},
            {"2025-01-10", effective, "2025-01-10"},
        });
}

TEST(ABlockedRule, vacated_is_gone_until_the_vacatur_is_reversed) {
    const auto vacatur_only = regulation({kRule, kVacatur});
    expect_history(vacatur_only, {{"2024-10-31", effective, "2024-08-28"}, {"2030-01-01", vacated, "2024-11-01"}});
    expect_history(regulation({kRule, kVacatur, lift("vacatur", "2025-03-03")}),
                   {{"2025-03-02", vacated, "2024-11-01"}, {"2025-03-03", effective, "2025-03-03"}});
}

TEST(ABlockedRule, withdrawn_before_its_date_never_takes_effect) {
    expect_history(regulation({kRule, event("gone", EventKind::withdrawn, "2024-07-01")}),
                   {{"2024-07-01", withdrawn, "2024-07-01"}, {"2024-08-28", withdrawn, "2024-07-01"}});
}

TEST(ABlockedRule, a_withdrawn_proposal_is_withdrawn) {
    expect_history(regulation({event("idea", EventKind::proposed, "2023-01-10"),
                               event("gone", EventKind::withdrawn, "2023-06-01")}),
                   {{"2023-05-31", proposed, "2023-01-10"}, {"2023-06-01", withdrawn, "2023-06-01"}});
}

TEST(ABlockedRule, bites_on_the_day_that_its_event_names_and_not_before) {
    for (const auto& [kind, status] :
         {std::pair{EventKind::superseded, superseded}, std::pair{EventKind::withdrawn, withdrawn},
          std::pair{EventKind::vacated, vacated}, std::pair{EventKind::enjoined, enjoined},
          std::pair{EventKind::stayed, stayed}}) {
        const auto rule = regulation({kRule, event("end", kind, "2026-01-05").on("2026-03-01")});
        expect_history(rule, {
                                 {"2026-01-05", effective, "2024-08-28"},
                                 {"2026-03-01T04:59:59Z", effective, "2024-08-28"},
                                 {"2026-03-01T05:00:00Z", status, "2026-03-01"},
                                 {"2026-03-01T05:00:01Z", status, "2026-03-01"},
                             });
        EXPECT_FALSE(status_at(rule, at("2026-01-04")).next_change);
        EXPECT_EQ(status_at(rule, at("2026-01-05")).next_change->status, status);
    }
}

TEST(ABlockedRule, lifted_on_a_day_to_come_stays_blocked_until_then) {
    const auto rule =
        regulation({kRule, kStay, event("end", EventKind::lifted, "2024-09-15").on("2024-10-01").lifting("stay")});
    expect_history(rule, {{"2024-09-30", stayed, "2024-08-01"}, {"2024-10-01", effective, "2024-10-01"}});
    EXPECT_EQ(status_at(rule, at("2024-09-15")).next_change->status, effective);
}

TEST(ABlockedRule, lifted_before_it_bites_never_bites) {
    const Event planned = event("planned", EventKind::stayed, "2024-09-01").on("2024-12-01");
    expect_history(regulation({kRule, planned, lift("planned", "2024-11-01")}),
                   {{"2024-12-01", effective, "2024-08-28"}});
}

TEST(ABlockedRule, a_lift_of_something_unknown_or_of_nothing_lifts_nothing) {
    Event nameless = event("", EventKind::stayed, "2024-08-02");
    expect_history(regulation({kRule, nameless, kStay, lift("other", "2024-09-01"),
                               event("aimless", EventKind::lifted, "2024-09-02")}),
                   {{"2024-09-02", stayed, "2024-08-01"}});
    expect_history(regulation({kRule, nameless, event("aimless", EventKind::lifted, "2024-09-02")}),
                   {{"2024-09-02", stayed, "2024-08-02"}});
}

}  // namespace
}  // namespace toolkitd::domain
