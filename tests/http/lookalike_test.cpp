#include "http/lookalike.h"

#include <gtest/gtest.h>

#include <string>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::kSwitch;
using testing::ServedSite;

std::string found(const std::string& name, Answer answer = Answer::content) {
    Request request;
    request.query = {{name, "x"}};
    const auto unknown = lookalike(request, answer);
    return unknown ? unknown->name : "";
}

TEST(Lookalike, IsANameThatPromisesAChoice) {
    for (const std::string name : {"q",        "query",          "search",       "fields",     "include",
                                   "exclude",  "filter",         "limit",        "offset",     "page",
                                   "per_page", "perPage",        "page-size",    "ids",        "id",
                                   "sort",     "order",          "sort_by",      "orderBy",    "since",
                                   "until",    "modified_since", "updatedSince", "date",       "at",
                                   "language", "locale",         "format",       "cursor",     "$filter",
                                   "$top",     "_limit",         "_sort",        "page[size]", "filter[kind]",
                                   "fields[]", "modified.after", "regulation",   "status",     "sections",
                                   "search "})
        EXPECT_EQ(found(name), name);
}

TEST(Lookalike, IsAKnownNameThatIsWrittenInAnotherWay) {
    for (const std::string name : {"asOf", "AS_OF", "as-of", "asof", "as_of ", "As_Of", "Lang", "lang[]", "LANG"}) {
        EXPECT_EQ(found(name), name);
        EXPECT_EQ(found(name, Answer::resource_list), name);
    }
}

TEST(Lookalike, IsAFilterWhereThereAreNone) {
    for (const std::string name : {"audience", "currency", "kind", "toolkit"}) {
        EXPECT_EQ(found(name), name);
        EXPECT_EQ(found(name, Answer::resource_list), "");
    }
    EXPECT_EQ(found("kind[]", Answer::resource_list), "kind[]");
}

TEST(Lookalike, IsNoNameOfACampaignACacheBusterOrATracker) {
    for (const std::string name : {"as_of",
                                   "lang",
                                   "utm_source",
                                   "utm_medium",
                                   "utm_campaign",
                                   "utm_term",
                                   "utm_content",
                                   "utm_id",
                                   "gclid",
                                   "fbclid",
                                   "msclkid",
                                   "dclid",
                                   "gbraid",
                                   "wbraid",
                                   "mc_cid",
                                   "mc_eid",
                                   "_ga",
                                   "_gl",
                                   "ref",
                                   "ref_src",
                                   "referrer",
                                   "source",
                                   "src",
                                   "from",
                                   "via",
                                   "igshid",
                                   "yclid",
                                   "twclid",
                                   "ttclid",
                                   "li_fat_id",
                                   "_hsenc",
                                   "_hsmi",
                                   "mkt_tok",
                                   "trk",
                                   "spm",
                                   "cmpid",
                                   "icid",
                                   "pk_campaign",
                                   "mtm_source",
                                   "at_medium",
                                   "at_campaign",
                                   "s",
                                   "t",
                                   "v",
                                   "ver",
                                   "version",
                                   "_",
                                   "cb",
                                   "ts",
                                   "timestamp",
                                   "nocache",
                                   "rnd",
                                   "callback",
                                   "api_key",
                                   "key",
                                   "token",
                                   "",
                                   "x",
                                   "limits_of_law",
                                   "li<b>mit",
                                   "limit\xc3\xa9",
                                   "lim\x01it"})
        EXPECT_EQ(found(name), "") << name;
}

TEST(Lookalike, IsToldWithWhatThereIs) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.get("/v1/resources?kind=practice_advisory&limit=5");
    EXPECT_EQ(answer.status, 400);
    const auto problem = testing::json(answer);
    EXPECT_EQ(problem["type"], "/v1/problems/unknown-parameter");
    EXPECT_EQ(problem["parameter"], "limit");
    EXPECT_EQ(problem["given"], "5");
    EXPECT_EQ(problem["allowed"].dump(), R"(["as_of","audience","currency","kind","lang","toolkit"])");
    EXPECT_EQ(testing::json(site.get("/v1/toolkits?limit"))["allowed"].dump(), R"(["as_of","lang"])");
    EXPECT_EQ(testing::value(answer, "Cache-Control"), "no-store");
}

TEST(Lookalike, LeadsToHelpWhereALinkIsForPeople) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string path : {"/embed/lereporting", "/embed/lereporting/fragment", "/docs", "/livez", "/version"})
        EXPECT_EQ(site.get(path + "?limit=5&q=x").status, 200) << path;
    EXPECT_EQ(site.get("/toolkits/lereporting?page=2").status, 307);
    for (const std::string path : {"/v1", "/v1/toolkits", "/v1/toolkits/lereporting", "/v1/regulation-status",
                                   "/v1/rights", "/v1/problems", "/v1/feed.json", "/v1/feed.atom", "/v1/resources/"})
        EXPECT_EQ(site.get(path + "?limit=5").status, 400) << path;
    EXPECT_EQ(site.get("/v1/nothing?limit=5").status, 404);
}

}  // namespace
}  // namespace toolkitd::http
