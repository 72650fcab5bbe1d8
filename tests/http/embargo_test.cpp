// What is not public yet, as a client asks for it.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "http/served_site.h"
#include "support/catalogues.h"
#include "support/regulations.h"

namespace toolkitd::http {
namespace {

using std::chrono::seconds;
using testing::at;
using testing::json;
using testing::ServedSite;
using testing::value;

const base::Instant kOpens = at("2027-02-01T08:00:00Z");
const std::string kAfter = "as_of=2027-03-01T00:00:00Z";

domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.resources[1].window.from = kOpens;
    built.resources[1].former_ids = {"film"};
    built.resources[1].kind = "video";
    built.toolkits[0].sections[1].window.from = kOpens;
    built.regulations.push_back(testing::regulation({testing::published("2024-01-01", "2028-01-01")}, "u-rule"));
    built.regulations[1].window.from = kOpens;
    return built;
}

// The statuses of an answer one second before the instant, at it, and one second after it.
std::string statuses(const std::string& target, domain::Catalogue content = catalogue()) {
    ServedSite site(std::move(content), kOpens);
    std::string all;
    for (const auto step : {seconds{-1}, seconds{0}, seconds{1}}) {
        site.clock.set(kOpens + step);
        all += std::to_string(site.get(target).status) + " ";
    }
    return all;
}

TEST(Embargo, HoldsForAnInstantAheadUntilItsOwn) {
    EXPECT_EQ(statuses("/v1/resources/video"), "404 200 200 ");
    EXPECT_EQ(statuses("/v1/resources/video?" + kAfter), "404 200 200 ");
    EXPECT_EQ(statuses("/v1/resources/film?" + kAfter), "404 308 308 ");
    EXPECT_EQ(statuses("/v1/resources/video?as_of=2027-01-31"), "404 404 404 ");
    EXPECT_EQ(statuses("/v1/regulations/u-rule/status?" + kAfter), "404 200 200 ");
    EXPECT_EQ(statuses("/v1/toolkits/lereporting/sections/toolkit-contents?" + kAfter), "404 200 200 ");
    EXPECT_EQ(statuses("/embed/lereporting?sections=toolkit-contents&" + kAfter), "400 200 200 ");
}

TEST(Embargo, IsNotForWhatMayBePreviewed) {
    auto content = catalogue();
    content.resources[1].window.preview = true;
    EXPECT_EQ(statuses("/v1/resources/video", content), "404 200 200 ");
    EXPECT_EQ(statuses("/v1/resources/video?" + kAfter, content), "200 200 200 ");
}

TEST(Embargo, IsKeptByWhatAProblemLists) {
    const ServedSite site(catalogue(), kOpens - seconds{1});
    const auto kinds = site.get("/v1/resources?kind=none&" + kAfter);
    EXPECT_EQ(kinds.status, 400);
    EXPECT_EQ(kinds.content().find("video"), std::string_view::npos) << kinds.content();
    const auto sections = json(site.get("/embed/lereporting?sections=none&" + kAfter));
    EXPECT_EQ(sections["allowed"], nlohmann::json::array({"target-audience"}));
}

TEST(Embargo, AnswersAreTheSameAsThoseForWhatNeverWas) {
    const ServedSite site(catalogue(), kOpens - seconds{60});
    for (const std::string& query : {std::string(), "?" + kAfter}) {
        const auto hidden = site.get("/v1/resources/video" + query);
        const auto none = site.get("/v1/resources/nothing" + query);
        EXPECT_EQ(testing::fields_of(hidden), testing::fields_of(none));
        EXPECT_EQ(hidden.content(), none.content());
    }
}

TEST(Embargo, BoundsCachesOfWhatWasForetold) {
    ServedSite site(catalogue(), kOpens - seconds{61});
    const auto kept = [&](const std::string& target) { return value(site.get(target), "Cache-Control"); };
    EXPECT_EQ(kept("/v1/resources?" + kAfter), "public, max-age=60, must-revalidate");
    EXPECT_EQ(kept("/v1/resources/nothing?" + kAfter), "public, max-age=60, must-revalidate");
    site.clock.set(kOpens);
    EXPECT_EQ(kept("/v1/resources?" + kAfter), "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400");
}

TEST(Embargo, IsKeptByHealthAndMetrics) {
    ServedSite site(catalogue(), kOpens - seconds{1});
    EXPECT_EQ(site.get("/healthz").content().find("u-rule"), std::string_view::npos);
    site.clock.set(kOpens);
    EXPECT_NE(site.get("/healthz").content().find("u-rule"), std::string_view::npos);
}

}  // namespace
}  // namespace toolkitd::http
