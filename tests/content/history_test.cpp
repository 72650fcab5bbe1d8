// How a regulation's events are read.
#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

constexpr std::string_view kRule = "regulations/sample-rule.md";

// The minimal rule with further events behind its publication.
Files rule_with(const std::string& events) {
    return with_change(minimal(), kRule, "    documents: [rule]\n", "    documents: [rule]\n" + events);
}

std::vector<std::string> ids(const Files& files) {
    const auto catalogue = loaded(files);
    std::vector<std::string> ids;
    for (const auto& event : catalogue.regulations.at(0).events) ids.push_back(event.id);
    return ids;
}

TEST(Events, are_sorted_by_their_announcement) {
    EXPECT_EQ(ids(rule_with("  - {id: later, kind: corrected, announced: 2031-05-01}\n"
                            "  - {id: earlier, kind: proposed, announced: 2030-01-01}\n")),
              (std::vector<std::string>{"earlier", "published", "later"}));
}

TEST(Events, of_one_instant_stay_in_the_order_of_the_file) {
    EXPECT_EQ(ids(rule_with("  - {id: b, kind: corrected, announced: 2031-05-01}\n"
                            "  - {id: c, kind: corrected, announced: 2031-05-01}\n"
                            "  - {id: a, kind: corrected, announced: 2031-05-01T00:00:00-04:00}\n")),
              (std::vector<std::string>{"published", "b", "c", "a"}));
}

TEST(Events, may_take_effect_before_they_are_announced) {
    EXPECT_EQ(faults(with_change(minimal(), kRule, "takes_effect: 2031-06-02", "takes_effect: 2031-01-01")), "");
}

TEST(Events, may_say_nothing_of_when_they_take_effect) {
    const auto files = with_change(minimal(), kRule, "    takes_effect: 2031-06-02\n", "");
    EXPECT_EQ(loaded(files).regulations.at(0).events.at(0).takes_effect, std::nullopt);
}

TEST(Events, have_places_and_provisions_where_they_hold_in_part) {
    const auto files = rule_with(
        "  - {id: enjoined, kind: enjoined, announced: 2031-05-01, places: [A, B]}\n"
        "  - {id: delayed, kind: delayed, announced: 2031-05-02, provisions: [Part 1]}\n");
    const auto events = loaded(files).regulations.at(0).events;
    EXPECT_EQ(events.at(1).scope.places, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(events.at(2).scope.provisions, (std::vector<std::string>{"Part 1"}));
    EXPECT_TRUE(events.at(0).scope.whole());
}

TEST(LiftedEvents, name_an_earlier_stay_injunction_or_vacatur) {
    for (const auto* kind : {"stayed", "enjoined", "vacated"}) {
        const auto files = rule_with(
            "  - {id: over, kind: lifted, announced: 2031-08-01, lifts: block}\n"
            "  - {id: block, kind: " +
            std::string(kind) + ", announced: 2031-05-01}\n");
        EXPECT_EQ(loaded(files).regulations.at(0).events.at(2).lifts, "block") << kind;
    }
}

TEST(LiftedEvents, can_end_nothing_that_comes_after_them) {
    const auto files = rule_with(
        "  - {id: over, kind: lifted, announced: 2031-05-01, lifts: block}\n"
        "  - {id: block, kind: stayed, announced: 2031-05-01}\n");
    EXPECT_NE(faults(files).find("lifts-misused"), std::string::npos);
}

TEST(Regulation, may_have_no_events_yet) {
    auto files = minimal();
    files = with_change(files, kRule,
                        "events:\n  - id: published\n    kind: published\n    announced: 2031-03-03\n"
                        "    takes_effect: 2031-06-02\n    documents: [rule]\n",
                        "events: []\n");
    EXPECT_TRUE(loaded(files).regulations.at(0).events.empty());
}

}  // namespace
}  // namespace toolkitd::content::testing
