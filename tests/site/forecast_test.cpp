// What is told of an instant ahead: as much as is public when it is asked for.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "domain/embargo.h"
#include "site/built.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using std::chrono::seconds;
using testing::at;
using testing::built;

const Instant kOpens = at("2027-02-01");  // snapshots are loaded in November 2026
const Instant kAnnounced = at("2027-03-01");
const Instant kLater = at("2027-05-01");

render::Options options() { return {"https://t.example", {}, false}; }

// Something of every kind that is not public before its time; each says "secret" somewhere.
domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    const std::string rule = built.regulations[0].id;
    built.regulations[0].events.push_back(
        testing::event("secret-delay", domain::EventKind::delayed, "2027-03-01").on("2028-06-01"));
    built.regulations.push_back(testing::regulation({testing::published("2024-01-01", "2028-08-28")}, "secret-rule"));
    built.resources.push_back(testing::resource("secret-resource"));
    built.resources.back().former_ids = {"old-secret"};
    built.resources[0].reviews = {
        {testing::day("2027-03-01"), kAnnounced, domain::CurrencyState::current, "A secret review."}};
    built.notices.push_back(testing::notice("secret-notice", {domain::StatusKind::effective}, rule));
    built.notices.back().toolkits = {"lereporting"};
    built.notices.back().translations = {{"es", testing::prose("Un secreto: secret.")}};
    built.toolkits[0].sections.push_back(testing::section("secret-section"));
    built.toolkits[0].sections.back().window.from = kOpens;
    built.toolkits[0].resources.emplace_back("secret-resource");
    built.toolkits.push_back(testing::toolkit("secret-toolkit"));
    built.toolkits.back().regulation = "secret-rule";
    built.toolkits.back().sections = {testing::section("part")};
    for (auto* window : {&built.regulations[1].window, &built.resources.back().window, &built.notices.back().window,
                         &built.toolkits.back().window}) {
        window->from = kOpens;
    }
    built.toolkits[0].revisions = {{testing::day("2027-03-01"), kAnnounced, "A secret revision."}};
    const auto sort_by_id = [](auto& items) {
        std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    };
    sort_by_id(built.regulations);
    sort_by_id(built.resources);
    sort_by_id(built.notices);
    sort_by_id(built.toolkits);
    return built;
}

// Calls `visit` with every path, language and representation that is found at an instant by what is known at another.
template <typename Visit>
void each_answer(const Snapshot& snapshot, Instant instant, Instant known, const Visit& visit) {
    for (const auto& path : snapshot.paths()) {
        for (const auto language : render::kLanguages) {
            if (const auto* found = snapshot.find(path, instant, language, known)) visit(path, *found);
        }
    }
}

TEST(Forecast, SaysNothingOfWhatIsNotPublic) {
    const auto snapshot = built(catalogue(), options());
    for (const Instant known : {at("2026-12-01"), kOpens - seconds{1}}) {
        for (const Instant instant : {kOpens, kOpens + seconds{1}, kAnnounced, kLater, at("2030-01-01")}) {
            std::size_t count = 0;
            each_answer(*snapshot, instant, known, [&](const std::string& path, const Representation& found) {
                ++count;
                EXPECT_EQ(path.find("secret"), std::string::npos) << path;
                EXPECT_EQ(found.body().find("secret"), std::string_view::npos) << path << found.body();
                EXPECT_EQ(found.body().find("2027-02-01"), std::string_view::npos) << path;
                EXPECT_EQ(found.body().find("2027-03-01"), std::string_view::npos) << path;
                EXPECT_EQ(found.facts->purge_keys.find("2027-0"), std::string::npos) << path;
            });
            EXPECT_GT(count, 50U);
            const Edition& edition = snapshot->edition(instant, known);
            EXPECT_FALSE(edition.statuses.contains("secret-rule"));
            EXPECT_FALSE(edition.moved.contains("/v1/resources/old-secret"));
            for (const auto& values : edition.filter_values) {
                for (const auto& value : values) EXPECT_EQ(value.find("secret"), std::string::npos);
            }
        }
    }
}

TEST(Forecast, IsWhatASiteWithoutItWouldSay) {
    const auto all = catalogue();
    const auto snapshot = built(all, options());
    for (const Instant known : {at("2026-12-01"), kOpens, kAnnounced - seconds{1}}) {
        const auto without = built(domain::public_at(all, known), options());
        for (const Instant instant : {kAnnounced, kLater, at("2028-06-01")}) {
            for (const auto& path : without->paths()) {
                for (const auto language : render::kLanguages) {
                    const auto* expected = without->find(path, instant, language);
                    const auto* found = snapshot->find(path, instant, language, known);
                    ASSERT_EQ(found == nullptr, expected == nullptr)
                        << path << " at " << base::rfc3339(instant) << " known " << base::rfc3339(known);
                    if (found) {
                        EXPECT_EQ(found->body(), expected->body())
                            << path << " at " << base::rfc3339(instant) << " known " << base::rfc3339(known);
                    }
                }
            }
        }
    }
}

TEST(Forecast, ShowsAllThatIsPublicByThen) {
    const auto snapshot = built(catalogue(), options());
    for (const Instant known : {kAnnounced, kAnnounced + seconds{1}, kLater}) {
        for (const auto& path : snapshot->paths()) {
            EXPECT_EQ(snapshot->find(path, at("2028-07-01"), render::kUsualLanguage, known),
                      snapshot->find(path, at("2028-07-01")));
        }
    }
}

TEST(Forecast, OpensAtTheInstantItself) {
    const auto snapshot = built(catalogue(), options());
    const auto shown = [&](Instant known) {
        return snapshot->find("/v1/resources/secret-resource", kLater, render::kUsualLanguage, known) != nullptr;
    };
    EXPECT_FALSE(shown(kOpens - seconds{1}));
    EXPECT_TRUE(shown(kOpens));
    EXPECT_TRUE(shown(kOpens + seconds{1}));
    EXPECT_TRUE(shown(base::kLatest));
}

TEST(Forecast, ByTheClockAndOfThePastLeavesNothingOut) {
    const auto snapshot = built(catalogue(), options());
    for (const Instant instant : {kOpens - seconds{1}, kOpens, kOpens + seconds{1}, kLater}) {
        for (const auto& path : snapshot->paths()) {
            for (const Instant known : {instant, instant + seconds{1}}) {
                EXPECT_EQ(snapshot->find(path, instant, render::kUsualLanguage, known), snapshot->find(path, instant));
            }
        }
    }
}

TEST(Forecast, StillShowsAnAnnouncedChangeOfStatus) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].events = {testing::published("2024-04-30", "2028-08-28")};
    catalogue.resources[0].window.from = kOpens;
    const auto snapshot = built(catalogue);
    const auto status = [&](Instant instant) {
        const auto path = "/v1/regulations/" + catalogue.regulations[0].id + "/status";
        const auto body = snapshot->find(path, instant, render::kUsualLanguage, at("2026-12-01"))->body();
        return body.find(R"("status":"effective","in_effect":true)") != std::string_view::npos;
    };
    EXPECT_FALSE(status(at("2028-08-28") - seconds{1}));
    EXPECT_TRUE(status(at("2028-08-28")));
    EXPECT_TRUE(status(at("2028-08-28") + seconds{1}));
}

TEST(Forecast, EndsForCachesWhenMoreBecomesPublic) {
    const auto snapshot = built(catalogue());
    EXPECT_EQ(snapshot->embargo_ends(kLater, at("2026-12-01")), kOpens);
    EXPECT_EQ(snapshot->embargo_ends(kOpens, kOpens - seconds{1}), kOpens);
    EXPECT_EQ(snapshot->embargo_ends(kLater, kOpens), kAnnounced);
    EXPECT_EQ(snapshot->embargo_ends(kLater, kAnnounced), std::nullopt);
    EXPECT_EQ(snapshot->embargo_ends(kOpens - seconds{1}, at("2026-12-01")), std::nullopt);
    EXPECT_EQ(snapshot->embargo_ends(at("2026-12-01"), kLater), std::nullopt);
}

TEST(Forecast, OfMoreEmbargoesThanAreToldApartHidesTheRest) {
    auto catalogue = testing::small_catalogue();
    for (int i = 0; i < 40; ++i) {
        catalogue.resources.push_back(testing::resource("secret-" + std::to_string(100 + i)));
        catalogue.resources.back().window.from = kOpens + seconds{i};
    }
    const auto snapshot = built(catalogue);
    const auto shown = [&](int which, Instant known) {
        const auto path = "/v1/resources/secret-" + std::to_string(100 + which);
        return snapshot->find(path, kLater, render::kUsualLanguage, known) != nullptr;
    };
    EXPECT_TRUE(shown(5, kOpens + seconds{5}));
    EXPECT_FALSE(shown(39, kOpens + seconds{38}));
    EXPECT_TRUE(shown(39, kOpens + seconds{39}));
}

TEST(Forecast, IsNotMadeWhereTheOperatorLooksAhead) {
    auto all = options();
    all.embargo = false;
    const auto snapshot = built(catalogue(), all);
    EXPECT_NE(snapshot->find("/v1/resources/secret-resource", kLater, render::kUsualLanguage, at("2026-12-01")),
              nullptr);
}

TEST(Forecast, OfARehearsalGoesByItsOwnClock) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].window.from = at("2025-06-01");  // long before the content is loaded
    auto rehearsal = options();
    rehearsal.rehearsal = true;
    const auto snapshot = built(catalogue, rehearsal);
    const auto shown = [&](Instant known) {
        return snapshot->find("/v1/resources/guide", kLater, render::kUsualLanguage, known) != nullptr;
    };
    EXPECT_FALSE(shown(at("2025-06-01") - seconds{1}));
    EXPECT_TRUE(shown(at("2025-06-01")));
}

}  // namespace
}  // namespace toolkitd::site
