#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

Event delay(std::string id, std::string_view announced, std::string_view until) {
    return event(std::move(id), EventKind::delayed, announced).on(until);
}

// Put off again and again, each time before the day had come.
Regulation five_times_delayed() {
    return regulation({
        published("2017-01-19", "2017-03-20"),
        delay("first", "2017-03-15", "2017-05-22"),
        delay("second", "2017-05-19", "2018-01-01"),
        delay("third", "2017-12-28", "2018-07-01"),
        delay("fourth", "2018-06-29", "2019-01-01"),
        delay("fifth", "2018-11-01", "2019-01-15"),
    });
}

TEST(ADelayedRule, is_delayed_since_the_first_of_five_delays_and_effective_on_the_last_date_alone) {
    expect_history(five_times_delayed(), {
                                             {"2017-01-19", pending, "2017-01-19"},
                                             {"2017-03-15T03:59:59Z", pending, "2017-01-19"},
                                             {"2017-03-15T04:00:00Z", delayed, "2017-03-15"},
                                             {"2017-03-20", delayed, "2017-03-15"},
                                             {"2017-05-19", delayed, "2017-03-15"},
                                             {"2017-05-22", delayed, "2017-03-15"},
                                             {"2018-01-01", delayed, "2017-03-15"},
                                             {"2018-07-01", delayed, "2017-03-15"},
                                             {"2019-01-01", delayed, "2017-03-15"},
                                             {"2019-01-15T04:59:59Z", delayed, "2017-03-15"},
                                             {"2019-01-15T05:00:00Z", effective, "2019-01-15"},
                                             {"2019-01-15T05:00:01Z", effective, "2019-01-15"},
                                         });
}

TEST(ADelayedRule, names_at_each_time_the_date_and_the_event_known_then) {
    struct Known {
        std::string_view instant, effective, by;
    };
    for (const auto& [instant, effective, by] : {
             Known{"2017-03-14", "2017-03-20", "published"},
             Known{"2017-03-15", "2017-05-22", "first"},
             Known{"2017-05-18", "2017-05-22", "first"},
             Known{"2017-05-19", "2018-01-01", "second"},
             Known{"2017-12-28", "2018-07-01", "third"},
             Known{"2018-06-29", "2019-01-01", "fourth"},
             Known{"2018-11-01", "2019-01-15", "fifth"},
             Known{"2019-01-15", "2019-01-15", "fifth"},
         }) {
        const Status status = status_at(five_times_delayed(), at(instant));
        EXPECT_EQ(text(status.effective->at), text(at(effective))) << instant;
        EXPECT_EQ(status.reason_event, by) << instant;
    }
}

TEST(ADelayedRule, without_a_new_date_waits_until_one_is_given) {
    const auto rule =
        regulation({published("2024-04-30", "2024-08-28"), event("open", EventKind::delayed, "2024-08-01"),
                    delay("dated", "2024-11-01", "2025-02-01")});
    expect_history(rule, {
                             {"2024-08-01", delayed, "2024-08-01"},
                             {"2024-08-28", delayed, "2024-08-01"},
                             {"2024-11-01", delayed, "2024-08-01"},
                             {"2025-02-01", effective, "2025-02-01"},
                         });
    const Status open = status_at(rule, at("2024-08-28"));
    EXPECT_EQ(open.reason, Reason::delayed_without_date);
    EXPECT_FALSE(open.effective);
    EXPECT_FALSE(open.next_change);
    EXPECT_EQ(status_at(rule, at("2024-11-01")).reason, Reason::delayed_to_date);
}

TEST(ADelayedRule, stays_delayed_when_an_effective_event_names_the_day_to_come) {
    expect_history(regulation({published("2024-04-30", "2024-08-28"), event("open", EventKind::delayed, "2024-08-01"),
                               event("dated", EventKind::effective, "2024-11-01").on("2025-02-01")}),
                   {{"2024-11-01", delayed, "2024-08-01"}, {"2025-02-01", effective, "2025-02-01"}});
}

TEST(ADelayedRule, announced_at_the_very_instant_of_the_old_date_never_was_effective) {
    expect_history(regulation({published("2024-04-30", "2024-08-28"), delay("late", "2024-08-28", "2024-12-01")}),
                   {{"2024-08-28T03:59:59Z", pending, "2024-04-30"}, {"2024-08-28T04:00:00Z", delayed, "2024-08-28"}});
}

TEST(ADelayedRule, that_was_effective_already_loses_its_force_until_the_new_date) {
    expect_history(regulation({published("2024-04-30", "2024-08-28"), delay("after", "2024-10-01", "2025-01-01")}),
                   {
                       {"2024-08-28", effective, "2024-08-28"},
                       {"2024-09-30", effective, "2024-08-28"},
                       {"2024-10-01", delayed, "2024-10-01"},
                       {"2025-01-01", effective, "2025-01-01"},
                   });
}

TEST(ADelayedRule, whose_delay_is_undone_is_effective_since_its_first_date) {
    expect_history(regulation({published("2024-04-30", "2024-08-28"), delay("void", "2024-08-20", "2025-08-28"),
                               event("undone", EventKind::effective, "2024-12-01").on("2024-08-28")}),
                   {
                       {"2024-08-28", delayed, "2024-08-20"},
                       {"2024-11-30", delayed, "2024-08-20"},
                       {"2024-12-01", effective, "2024-08-28"},
                       {"2025-08-28", effective, "2024-08-28"},
                   });
}

TEST(ADelayedRule, published_anew_is_pending_again) {
    const Event anew = event("anew", EventKind::published, "2024-09-15").on("2024-10-15");
    expect_history(
        regulation({published("2024-04-30", "2024-08-28"), event("open", EventKind::delayed, "2024-08-01"), anew}),
        {{"2024-09-15", pending, "2024-09-15"}, {"2024-10-15", effective, "2024-10-15"}});
}

}  // namespace
}  // namespace toolkitd::domain
