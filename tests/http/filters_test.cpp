// The resource list, chosen by filters.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::seconds;
using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

// Three resources: a guide for attorneys, a video for attorneys and judges, and a form that no toolkit lists.
domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.audience.intended = {"attorney", "judge"};
    built.resources[1].kind = "video";
    built.resources[1].audiences = {"attorney", "judge"};
    built.resources.push_back(testing::resource("form"));
    built.resources[2].kind = "form";
    return built;
}

// The ids found, parted by spaces.
std::string found(const ServedSite& site, std::string_view target) {
    const auto answer = site.get(target);
    if (answer.status != 200) return std::to_string(answer.status);
    std::string ids;
    const auto list = json(answer)["data"];
    for (const auto& item : list) ids += (ids.empty() ? "" : " ") + item["id"].get<std::string>();
    return ids;
}

TEST(Filters, choose_alone_and_together_in_any_order) {
    const ServedSite site(catalogue(), kSwitch);
    EXPECT_EQ(found(site, "/v1/resources"), "guide video form");
    EXPECT_EQ(found(site, "/v1/resources?kind=video"), "video");
    EXPECT_EQ(found(site, "/v1/resources?audience=attorney"), "guide video form");
    EXPECT_EQ(found(site, "/v1/resources?audience=judge"), "video");
    EXPECT_EQ(found(site, "/v1/resources?toolkit=lereporting"), "guide video");
    EXPECT_EQ(found(site, "/v1/resources?currency=predates_rule"), "guide video");
    EXPECT_EQ(found(site, "/v1/resources?currency=undetermined"), "form");
    EXPECT_EQ(found(site, "/v1/resources?toolkit=lereporting&audience=judge"), "video");
    EXPECT_EQ(site.get("/v1/resources?toolkit=lereporting&audience=judge").content(),
              site.get("/v1/resources?audience=judge&toolkit=lereporting").content());
}

TEST(Filters, may_match_nothing_which_is_an_empty_list) {
    const ServedSite site(catalogue(), kSwitch);
    for (const std::string_view target : {"/v1/resources?kind=form&audience=judge", "/v1/resources?currency=current",
                                          "/v1/resources?kind=form&toolkit=lereporting"}) {
        const auto answer = site.get(target);
        ASSERT_EQ(answer.status, 200) << target;
        EXPECT_EQ(json(answer)["data"].size(), 0U) << target;
        EXPECT_NE(value(answer, "ETag"), "none");
        EXPECT_EQ(value(answer, "Content-Type"), "application/json");
    }
}

TEST(Filters, are_no_others_than_those_known) {
    const ServedSite site(catalogue(), kSwitch);
    EXPECT_EQ(found(site, "/v1/resources?nothing"), "guide video form");
    EXPECT_EQ(found(site, "/v1/resources?utm_source=video"), "guide video form");
    EXPECT_EQ(site.get("/v1/resources?Kind=video").status, 400);
    EXPECT_EQ(site.get("/v1/toolkits?kind=none").status, 400);
}

TEST(Filters, TakeAFormerIdOfAToolkitForTodays) {
    auto former = catalogue();
    former.toolkits[0].former_ids = {"reporting", "police-reporting"};
    const ServedSite site(former, kSwitch);
    const auto today = site.get("/v1/resources?toolkit=lereporting");
    for (const std::string id : {"reporting", "police-reporting"}) {
        const auto answer = site.get("/v1/resources?toolkit=" + id);
        ASSERT_EQ(answer.status, 200) << id;
        EXPECT_EQ(answer.content(), today.content()) << id;
        EXPECT_EQ(value(answer, "ETag"), value(today, "ETag")) << id;
    }
    EXPECT_EQ(found(site, "/v1/resources?audience=judge&toolkit=reporting"), "video");
    EXPECT_EQ(value(site.get("/v1/resources/?toolkit=reporting"), "Location"), "/v1/resources?toolkit=lereporting");
    for (const std::string id : {"reportin", "reporting/sections", "../toolkits/reporting", "Reporting", ""})
        EXPECT_EQ(site.get("/v1/resources?toolkit=" + id).status, 400) << id;
    EXPECT_EQ(site.get("/v1/resources?kind=reporting").status, 400);
}

TEST(Filters, tell_what_was_given_and_what_is_allowed) {
    const ServedSite site(catalogue(), kSwitch);
    const auto answer = site.get("/v1/resources?kind=book");
    ASSERT_EQ(answer.status, 400);
    const auto problem = json(answer);
    EXPECT_EQ(problem["parameter"], "kind");
    EXPECT_EQ(problem["given"], "book");
    EXPECT_EQ(problem["allowed"], nlohmann::json({"form", "practice_advisory", "video"}));
    EXPECT_EQ(found(site, "/v1/resources?currency=old"), "400");
    EXPECT_EQ(found(site, "/v1/resources?toolkit=none"), "400");
    EXPECT_EQ(found(site, "/v1/resources?kind=video&kind=form"), "400");
}

TEST(Filters, allow_what_the_edition_asked_for_has) {
    auto built = catalogue();
    built.resources[2].window.from = kSwitch;
    ServedSite site(std::move(built), kSwitch - seconds{1});
    EXPECT_EQ(found(site, "/v1/resources?kind=form"), "400");
    EXPECT_EQ(found(site, "/v1/resources?kind=form&as_of=2024-08-28T04:00:00Z"), "form");
    EXPECT_EQ(value(site.get("/v1/resources?kind=form"), "Cache-Control"), "no-store");
    site.clock.set(kSwitch);
    EXPECT_EQ(found(site, "/v1/resources?kind=form"), "form");
    EXPECT_EQ(found(site, "/v1/resources?kind=form&as_of=2024-08-28T03:59:59Z"), "400");
}

TEST(Filters, are_each_told_apart_by_a_tag) {
    const ServedSite site(catalogue(), kSwitch);
    const std::string all = value(site.get("/v1/resources"), "ETag");
    const std::string videos = value(site.get("/v1/resources?kind=video"), "ETag");
    EXPECT_NE(all, videos);
    EXPECT_EQ(site.get("/v1/resources?kind=video", {{FieldName::if_none_match, videos}}).status, 304);
    EXPECT_EQ(site.get("/v1/resources?kind=video", {{FieldName::if_none_match, all}}).status, 200);
}

}  // namespace
}  // namespace toolkitd::http
