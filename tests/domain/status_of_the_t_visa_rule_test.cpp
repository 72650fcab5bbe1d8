#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;
using testing::t_visa_rule;

TEST(TheTVisaRule, changes_its_status_at_the_second_of_publication_and_of_effect_and_at_no_other) {
    expect_history(t_visa_rule(), {
                                      {"0001-01-01T00:00:00Z", unknown, ""},
                                      {"2024-04-30T03:59:59Z", unknown, ""},
                                      {"2024-04-30T04:00:00Z", pending, "2024-04-30"},
                                      {"2024-04-30T04:00:01Z", pending, "2024-04-30"},
                                      {"2024-08-23T03:59:59Z", pending, "2024-04-30"},
                                      {"2024-08-23T04:00:00Z", pending, "2024-04-30"},
                                      {"2024-08-23T04:00:01Z", pending, "2024-04-30"},
                                      {"2024-08-28T03:59:59Z", pending, "2024-04-30"},
                                      {"2024-08-28T04:00:00Z", effective, "2024-08-28"},
                                      {"2024-08-28T04:00:01Z", effective, "2024-08-28"},
                                      {"2025-01-14T04:59:59Z", effective, "2024-08-28"},
                                      {"2025-01-14T05:00:00Z", effective, "2024-08-28"},
                                      {"2025-01-14T05:00:01Z", effective, "2024-08-28"},
                                      {"9999-12-31T23:59:59Z", effective, "2024-08-28"},
                                  });
}

TEST(TheTVisaRule, is_not_known_of_before_its_publication) {
    EXPECT_EQ(text(status_at(t_visa_rule(), at("2024-04-30T03:59:59Z"))),
              "status unknown\nin effect not known\nsince none\neffective none\n"
              "reason no_event_known by none\nbasis none\nnext none");
}

TEST(TheTVisaRule, is_pending_with_its_date_from_its_publication_on) {
    for (const auto instant : {"2024-04-30T04:00:00Z", "2024-08-23T04:00:00Z", "2024-08-28T03:59:59Z"}) {
        EXPECT_EQ(text(status_at(t_visa_rule(), at(instant))),
                  "status pending\nin effect no\nsince 2024-04-30T04:00:00Z\n"
                  "effective 2024-08-28 2024-08-28T04:00:00Z convention\n"
                  "reason published_with_date by published\nbasis convention\n"
                  "next effective 2024-08-28T04:00:00Z convention")
            << instant;
    }
}

TEST(TheTVisaRule, is_effective_for_good_from_its_date_on) {
    for (const auto instant : {"2024-08-28T04:00:00Z", "2025-01-14T05:00:00Z", "2100-01-01"}) {
        EXPECT_EQ(text(status_at(t_visa_rule(), at(instant))),
                  "status effective\nin effect yes\nsince 2024-08-28T04:00:00Z\n"
                  "effective 2024-08-28 2024-08-28T04:00:00Z convention\n"
                  "reason effective_date_reached by published\nbasis convention\nnext none")
            << instant;
    }
}

TEST(TheTVisaRule, may_change_at_each_of_its_four_instants) {
    std::vector<std::string> instants;
    for (const auto instant : status_instants(t_visa_rule())) instants.push_back(text(instant));
    EXPECT_EQ(instants, (std::vector<std::string>{"2024-04-30T04:00:00Z", "2024-08-23T04:00:00Z",
                                                  "2024-08-28T04:00:00Z", "2025-01-14T05:00:00Z"}));
}

}  // namespace
}  // namespace toolkitd::domain
