// What was withdrawn: 410 with the facts, and for readers the way to help.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::seconds;
using testing::at;
using testing::json;
using testing::ServedSite;
using testing::value;

const base::Instant kGoes = at("2027-02-01T08:00:00Z");

template <typename Item>
void withdraw(Item& item, std::optional<std::string> successor = std::nullopt) {
    item.withdrawn = domain::Withdrawal{kGoes, "2027-02-01", "It was out of date.", std::move(successor)};
    item.window.until = kGoes;
}

domain::Catalogue without_the_video() {
    auto built = testing::small_catalogue();
    built.resources[1].former_ids = {"film"};
    withdraw(built.resources[1], "guide");
    return built;
}

domain::Catalogue without_the_toolkit() {
    auto built = testing::small_catalogue();
    built.toolkits.push_back(testing::toolkit("newer"));
    withdraw(built.toolkits[0], "newer");
    return built;
}

std::string statuses(const domain::Catalogue& content, const std::string& target) {
    ServedSite site(content, kGoes);
    std::string all;
    for (const auto step : {seconds{-1}, seconds{0}, seconds{1}}) {
        site.clock.set(kGoes + step);
        all += std::to_string(site.get(target).status) + " ";
    }
    return all;
}

TEST(Withdrawn, IsGoneFromTheInstantOn) {
    EXPECT_EQ(statuses(without_the_video(), "/v1/resources/video"), "200 410 410 ");
    EXPECT_EQ(statuses(without_the_video(), "/v1/resources/film"), "308 308 308 ");
    EXPECT_EQ(statuses(without_the_video(), "/v1/resources/guide"), "200 200 200 ");
    for (const char* path : {"", "/sections", "/sections/target-audience", "/feed.json", "/feed.atom"}) {
        EXPECT_EQ(statuses(without_the_toolkit(), std::string("/v1/toolkits/lereporting") + path), "200 410 410 ")
            << path;
    }
    EXPECT_EQ(statuses(without_the_toolkit(), "/toolkits/lereporting"), "307 410 410 ");
}

TEST(Withdrawn, SaysSinceWhenWhyAndWhatTakesItsPlace) {
    const ServedSite site(without_the_video(), kGoes);
    const auto answer = site.get("/v1/resources/video");
    EXPECT_EQ(value(answer, "Content-Type"), "application/problem+json");
    EXPECT_EQ(value(answer, "ETag"), "none");
    const auto problem = json(answer);
    EXPECT_EQ(problem["type"], "/v1/problems/gone");
    EXPECT_EQ(problem["status"], 410);
    EXPECT_EQ(problem["detail"], "This content was withdrawn on February 1, 2027.");
    EXPECT_EQ(problem["withdrawn"]["on"], "2027-02-01");
    EXPECT_EQ(problem["withdrawn"]["reason"], "It was out of date.");
    EXPECT_EQ(problem["withdrawn"]["successor"]["id"], "guide");
    EXPECT_EQ(problem["withdrawn"]["successor"]["href"], "/v1/resources/guide");
    EXPECT_EQ(json(site.get("/v1/resources/video?lang=es"))["detail"],
              "Este contenido se retiró el 1 de febrero de 2027.");
}

TEST(Withdrawn, IsGoneWhateverTheConditionSays) {
    const ServedSite site(without_the_video(), kGoes);
    EXPECT_EQ(site.get("/v1/resources/video", {{FieldName::if_none_match, "*"}}).status, 410);
    EXPECT_EQ(site.get("/v1/resources/video", {{FieldName::if_match, "\"other\""}}).status, 410);
}

TEST(Withdrawn, IsInNoList) {
    ServedSite site(without_the_video(), kGoes - seconds{1});
    EXPECT_EQ(json(site.get("/v1/resources"))["data"].size(), 2U);
    EXPECT_EQ(json(site.get("/v1/toolkits/lereporting"))["data"]["resources"].size(), 2U);
    site.clock.set(kGoes);
    EXPECT_EQ(json(site.get("/v1/resources"))["data"].size(), 1U);
    EXPECT_EQ(json(site.get("/v1/toolkits/lereporting"))["data"]["resources"].size(), 1U);
    const ServedSite without(without_the_toolkit(), kGoes);
    EXPECT_EQ(json(without.get("/v1/toolkits"))["data"].size(), 1U);
}

TEST(Withdrawn, IsToldInTheFeedWithItsReason) {
    const ServedSite site(without_the_video(), kGoes);
    const auto feed = json(site.get("/v1/toolkits/lereporting/feed.json"));
    bool told = false;
    for (const auto& item : feed["items"]) {
        told = told || item.dump().find("It was out of date.") != std::string::npos;
    }
    EXPECT_TRUE(told) << feed.dump();
}

TEST(WithdrawnToolkit, KeepsTheWayToHelpForThoseWhoEmbedIt) {
    const ServedSite site(without_the_toolkit(), kGoes);
    for (const std::string target :
         {"/embed/lereporting", "/embed/lereporting?theme=dark", "/embed/lereporting?sections=target-audience",
          "/embed/lereporting/fragment", "/embed/lereporting/fragment?heading=3&sections=target-audience"}) {
        const auto answer = site.get(target);
        EXPECT_EQ(answer.status, 410) << target;
        EXPECT_EQ(value(answer, "Content-Type"), "text/html; charset=utf-8");
        const std::string html(answer.content());
        for (const auto* words : {"ct-redirect", "1-555-555-0100", "This is for attorneys.", "ct-rights",
                                  "This toolkit was withdrawn on <time datetime=\"2027-02-01\">", "It was out of date.",
                                  "href=\"https://example.org/newer\""}) {
            EXPECT_NE(html.find(words), std::string::npos) << target << words;
        }
        for (const auto* words : {"Text of target-audience", "Resource guide", "application/ld+json", "oembed"}) {
            EXPECT_EQ(html.find(words), std::string::npos) << target << words;
        }
    }
    EXPECT_NE(site.get("/embed/lereporting?theme=dark").content().find("theme-dark"), std::string_view::npos);
}

TEST(Withdrawn, SuccessorThatIsNotPublicIsNotNamed) {
    auto content = without_the_video();
    content.resources[0].window.from = kGoes + seconds{60};
    const ServedSite site(content, kGoes);
    EXPECT_EQ(json(site.get("/v1/resources/video"))["withdrawn"]["successor"], nullptr);
    EXPECT_EQ(json(site.get("/v1/resources/video?as_of=2027-03-01"))["withdrawn"]["successor"], nullptr);
}

}  // namespace
}  // namespace toolkitd::http
