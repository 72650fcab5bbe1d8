#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "http/labels.h"
#include "http/served_site.h"
#include "site/build.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::kSwitch;
using testing::ServedSite;
using testing::value;

constexpr std::string_view kPath = "/v1/rights";

// With all its forms.
struct Complete : ServedSite {
    Complete() : ServedSite(testing::small_catalogue(), kSwitch) {
        for (const auto coding : {site::Coding::gzip, site::Coding::brotli}) {
            store.publish(site::with_coding(*store.current(), coding, labeller({})));
        }
    }
};

Response ask(const ServedSite& site, std::string_view coding) {
    return site.get(kPath, {{FieldName::accept_encoding, coding}});
}

TEST(Codings, are_named_and_varied_by) {
    const Complete site;
    for (const std::string_view coding : {"gzip", "br"}) {
        const auto answer = ask(site, coding);
        EXPECT_EQ(value(answer, "Content-Encoding"), coding);
        EXPECT_EQ(value(answer, "Content-Type"), "application/json");
        EXPECT_EQ(value(answer, "Vary"), "Accept-Encoding, Accept-Language");
        EXPECT_LT(answer.content().size(), site.get(kPath).content().size());
    }
    EXPECT_EQ(value(site.get(kPath), "Content-Encoding"), "none");
    EXPECT_EQ(value(site.get(kPath), "Vary"), "Accept-Encoding, Accept-Language");
}

TEST(Codings, have_a_tag_each_and_one_date) {
    const Complete site;
    std::set<std::string> tags;
    for (const std::string_view coding : {"identity", "gzip", "br"}) {
        tags.insert(value(ask(site, coding), "ETag"));
        EXPECT_EQ(value(ask(site, coding), "Last-Modified"), value(site.get(kPath), "Last-Modified"));
    }
    EXPECT_EQ(tags.size(), 3U);
}

TEST(Codings, are_revalidated_by_their_own_tag) {
    const Complete site;
    const std::string gzip = value(ask(site, "gzip"), "ETag");
    const auto known = site.get(kPath, {{FieldName::accept_encoding, "gzip"}, {FieldName::if_none_match, gzip}});
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(value(known, "ETag"), gzip);
    EXPECT_EQ(value(known, "Vary"), "Accept-Encoding, Accept-Language");
    EXPECT_EQ(site.get(kPath, {{FieldName::if_none_match, gzip}}).status, 200);
    EXPECT_EQ(site.get(kPath, {{FieldName::accept_encoding, "br"}, {FieldName::if_none_match, gzip}}).status, 200);
}

TEST(Codings, are_not_for_problems_and_health) {
    const Complete site;
    for (const std::string_view target : {"/nothing", "/healthz", "/version", "/v1?as_of=x"}) {
        EXPECT_EQ(value(site.get(target, {{FieldName::accept_encoding, "gzip, br"}}), "Content-Encoding"), "none")
            << target;
    }
}

TEST(Codings, are_not_waited_for) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(value(site.get(kPath, {{FieldName::accept_encoding, "br, gzip"}}), "Content-Encoding"), "none");
}

}  // namespace
}  // namespace toolkitd::http
