#include <gtest/gtest.h>

#include <limits>

#include "domain/status.h"
#include "render/resource.h"
#include "render/rich_catalogue.h"
#include "site/built.h"
#include "site/timeline.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

const Snapshot& rich() {
    static const auto kSnapshot = testing::built(testing::rich_catalogue());
    return *kSnapshot;
}

bool holds(const render::Validity& validity, base::Instant instant) {
    return (!validity.from || *validity.from <= instant) && (!validity.until || instant < *validity.until);
}

TEST(Edition, there_is_one_for_every_instant) {
    for (const auto instant : testing::telling_instants(rich().catalogue())) {
        EXPECT_TRUE(holds(rich().edition(instant).validity, instant)) << testing::text(instant);
    }
}

TEST(Edition, there_is_one_even_at_the_ends_of_what_a_clock_can_say) {
    using Ticks = base::Instant::rep;
    const base::Instant first{std::chrono::seconds{std::numeric_limits<Ticks>::min()}};
    const base::Instant last{std::chrono::seconds{std::numeric_limits<Ticks>::max()}};
    EXPECT_EQ(&rich().edition(first), &rich().editions().front());
    EXPECT_EQ(&rich().edition(last), &rich().editions().back());
}

TEST(Edition, follows_the_one_before_it_without_a_gap_from_one_instant_of_the_timeline_to_the_next) {
    const auto changes = timeline(rich().catalogue());
    ASSERT_EQ(rich().editions().size(), changes.size() + 1);
    std::optional<base::Instant> from;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_EQ(rich().editions()[i].validity, (render::Validity{from, changes[i].at}));
        from = changes[i].at;
    }
    EXPECT_EQ(rich().editions().back().validity, (render::Validity{from, {}}));
}

TEST(Edition, is_the_only_one_where_nothing_ever_happens) {
    const auto snapshot = testing::built(testing::empty_catalogue());
    EXPECT_EQ(snapshot->editions().size(), 1U);
    EXPECT_EQ(testing::text(snapshot->edition(base::kEarliest).validity), "none to none");
}

TEST(Edition, knows_the_status_of_each_regulation_that_it_shows) {
    for (const auto instant : testing::telling_instants(rich().catalogue())) {
        std::map<std::string, domain::StatusKind> demanded;
        for (const auto& rule : rich().catalogue().regulations) {
            if (rule.window.holds(instant)) demanded[rule.id] = domain::status_at(rule, instant).kind;
        }
        EXPECT_EQ(rich().edition(instant).statuses, demanded) << testing::text(instant);
    }
}

TEST(Edition, knows_what_each_filter_may_be) {
    const render::Options options;
    for (const auto instant : testing::telling_instants(rich().catalogue())) {
        EXPECT_EQ(rich().edition(instant).filter_values,
                  render::resource_filter_values(render::View(rich().catalogue(), instant, options)));
    }
}

}  // namespace
}  // namespace toolkitd::site
