#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

std::vector<std::string> instants(const Regulation& rule) {
    std::vector<std::string> found;
    for (const auto instant : status_instants(rule)) found.push_back(text(instant));
    return found;
}

using Instants = std::vector<std::string>;

TEST(StatusInstants, are_none_for_a_rule_without_events) { EXPECT_EQ(instants(regulation({})), Instants{}); }

TEST(StatusInstants, are_those_of_announcement_and_of_effect_in_order_and_each_once) {
    const auto rule = regulation({published("2024-04-30", "2024-08-28"),
                                  event("stay", EventKind::stayed, "2024-06-01").on("2024-08-28"),
                                  event("end", EventKind::lifted, "2024-09-01").on("2024-07-01").lifting("stay")});
    EXPECT_EQ(instants(rule), (Instants{"2024-04-30T04:00:00Z", "2024-06-01T04:00:00Z", "2024-07-01T04:00:00Z",
                                        "2024-08-28T04:00:00Z", "2024-09-01T04:00:00Z"}));
}

TEST(StatusInstants, hold_the_announcement_of_a_correction_or_a_proposal_and_not_its_day) {
    EXPECT_EQ(instants(regulation({event("idea", EventKind::proposed, "2024-05-01").on("2024-06-01")})),
              Instants{"2024-05-01T04:00:00Z"});
    EXPECT_EQ(instants(regulation({event("fix", EventKind::corrected, "2024-05-01").on("2024-06-01")})),
              Instants{"2024-05-01T04:00:00Z"});
}

}  // namespace
}  // namespace toolkitd::domain
