#include <array>
#include <set>
#include <string_view>

#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

const Event kRule = published("2024-04-30", "2024-08-28");

struct Case {
    Regulation rule;
    std::string_view reason;
    std::string_view event;
    std::string_view basis;
};

// What was decided, by which event, and on what basis, at the end of 2024.
const std::vector<Case>& cases() {
    static const std::vector<Case> kCases{
        {regulation({}), "no_event_known", "none", "none"},
        {regulation({event("idea", EventKind::proposed, "2024-01-10")}), "proposed", "idea", "convention"},
        {regulation({published("2024-04-30", "2025-08-28T12:00:00Z")}), "published_with_date", "published", "stated"},
        {regulation({published("2024-04-30")}), "published_without_date", "published", "convention"},
        {regulation({kRule}), "effective_date_reached", "published", "convention"},
        {regulation({published("2024-04-30", "2024-08-28T12:00:00Z")}), "effective_date_reached", "published",
         "stated"},
        {regulation({kRule, event("put-off", EventKind::delayed, "2024-08-01").on("2025-03-01")}), "delayed_to_date",
         "put-off", "convention"},
        {regulation({kRule, event("put-off", EventKind::delayed, "2024-08-01T12:00:00Z")}), "delayed_without_date",
         "put-off", "stated"},
        {regulation({kRule, event("order", EventKind::stayed, "2024-08-01T12:00:00Z")}), "stayed", "order", "stated"},
        {regulation({kRule, event("order", EventKind::enjoined, "2024-08-01")}), "enjoined", "order", "convention"},
        {regulation({kRule, event("order", EventKind::vacated, "2024-08-01").on("2024-08-02T12:00:00Z")}), "vacated",
         "order", "stated"},
        {regulation({kRule, event("gone", EventKind::withdrawn, "2024-08-01")}), "withdrawn", "gone", "convention"},
        {regulation({kRule, event("new", EventKind::superseded, "2024-08-01")}), "superseded", "new", "convention"},
        {regulation({kRule, event("order", EventKind::stayed, "2024-08-01").in({"Utah"})}), "limited_in_part", "order",
         "convention"},
    };
    return kCases;
}

TEST(Reason, is_told_with_the_event_that_decides_and_its_basis) {
    for (const auto& [rule, reason, decisive, basis] : cases()) {
        const Status status = status_at(rule, at("2024-12-31"));
        EXPECT_EQ(word(status.reason), reason);
        EXPECT_EQ(status.reason_event.value_or("none"), decisive) << reason;
        EXPECT_EQ(status.basis ? word(*status.basis) : "none", basis) << reason;
    }
}

TEST(Reason, every_one_that_there_is_can_be_reached) {
    std::set<std::string_view> reached;
    for (const auto& each : cases()) reached.insert(word(status_at(each.rule, at("2024-12-31")).reason));
    constexpr auto kCount = static_cast<std::size_t>(Reason::limited_in_part) + 1;
    EXPECT_EQ(reached.size(), kCount);
}

}  // namespace
}  // namespace toolkitd::domain
