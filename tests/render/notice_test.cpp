// Which notice stands where, and how it is told.
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using domain::StatusKind;
using testing::Rendered;

const std::string kToolkit = "/v1/toolkits/lereporting";
const std::string kFlag = "/v1/regulations/t-visa-final-rule-2024/status";

TEST(Notice, is_told_with_its_provenance_and_the_statuses_that_it_is_for) {
    auto catalogue = testing::small_catalogue();
    catalogue.notices[0].statuses = {StatusKind::pending, StatusKind::delayed};
    catalogue.notices[0].text.links = {{"rules", "new regulations", "https://example.org/rules"}};
    EXPECT_EQ(Rendered(catalogue, "2024-05-01").json(kToolkit, "/data/notice"),
              R"({"id":"pending","provenance":"publisher","statuses":["pending","delayed"],"language":"en",)"
              R"("text":{"markdown":"Notice pending.","html":"<p>Notice pending.</p>\n","text":"Notice pending."},)"
              R"("links":[{"id":"rules","text":"new regulations","href":"https://example.org/rules",)"
              R"("link_status":"resolved","provenance":"publisher"}]})");
}

TEST(Notice, changes_at_the_switch) {
    for (const auto& [instant, id] : {std::pair{"2024-08-28T03:59:59Z", "pending"},
                                      {"2024-08-28T04:00:00Z", "switched"},
                                      {"2024-08-28T04:00:01Z", "switched"}}) {
        const Rendered rendered(testing::small_catalogue(), instant);
        EXPECT_EQ(rendered.text(kToolkit, "/data/notice/id"), id) << instant;
        EXPECT_EQ(rendered.text(kFlag, "/data/notice/id"), id) << instant;
    }
}

TEST(Notice, of_a_toolkit_may_be_another_than_the_regulations) {
    auto catalogue = testing::small_catalogue();
    catalogue.notices.push_back(testing::notice("special", {StatusKind::effective}, "t-visa-final-rule-2024"));
    catalogue.notices.back().toolkits = {"lereporting"};
    const Rendered rendered(catalogue, "2024-09-01");
    EXPECT_EQ(rendered.text(kToolkit, "/data/notice/id"), "special");
    EXPECT_EQ(rendered.text(kFlag, "/data/notice/id"), "switched");
    EXPECT_EQ(rendered.text("/v1/regulations/t-visa-final-rule-2024", "/data/notice/id"), "switched");
}

TEST(Notice, in_the_publishers_words_comes_first_while_it_is_shown) {
    const auto shown = [](std::string_view instant) {
        return Rendered(testing::rich_catalogue(), instant).text("/v1/toolkits/one", "/data/notice/id");
    };
    EXPECT_EQ(shown("2024-10-10T03:59:59Z"), "after");
    EXPECT_EQ(shown("2024-10-10T04:00:00Z"), "passing");
    EXPECT_EQ(shown("2025-01-20T04:59:59Z"), "passing");
    EXPECT_EQ(shown("2025-01-20T05:00:00Z"), "after");
}

TEST(Notice, of_the_services_is_told_in_the_language_asked_for_where_it_is_translated) {
    auto catalogue = testing::small_catalogue();
    catalogue.notices[1].translations = {{"es", testing::prose("Aviso.")}};
    catalogue.notices[1].translations[0].text.links = {{"rule", "norma", std::nullopt}};
    const Rendered english(catalogue, "2024-09-01");
    const Rendered spanish(catalogue, "2024-09-01", {}, Language::spanish);
    EXPECT_EQ(english.text(kToolkit, "/data/notice/language"), "en");
    EXPECT_EQ(english.text(kToolkit, "/data/notice/text/text"), "Notice switched.");
    for (const auto& path : {kToolkit, kFlag}) {
        EXPECT_EQ(spanish.text(path, "/data/notice/id"), "switched");
        EXPECT_EQ(spanish.text(path, "/data/notice/language"), "es");
        EXPECT_EQ(spanish.text(path, "/data/notice/text/text"), "Aviso.");
        EXPECT_EQ(spanish.text(path, "/data/notice/links/0/text"), "norma");
    }
}

TEST(Notice, without_a_translation_stays_in_its_own_language_and_says_so) {
    const Rendered spanish(testing::small_catalogue(), "2024-05-01", {}, Language::spanish);
    EXPECT_EQ(spanish.text(kToolkit, "/data/notice/language"), "en");
    EXPECT_EQ(spanish.text(kToolkit, "/data/notice/text/text"), "Notice pending.");
}

TEST(Notice, is_null_in_a_status_that_none_is_for) {
    const Rendered rendered(testing::small_catalogue(), "2024-04-29");
    EXPECT_EQ(rendered.json(kToolkit, "/data/notice"), "null");
    EXPECT_EQ(rendered.json(kFlag, "/data/notice"), "null");
}

TEST(Notice, goes_with_the_regulation_that_the_toolkit_follows) {
    const Rendered rendered(testing::rich_catalogue(), "2024-12-01");
    EXPECT_EQ(rendered.json("/v1/toolkits/one", "/data/notice"), "null") << "the first rule is stayed";
    EXPECT_EQ(rendered.text("/v1/toolkits/two", "/data/notice/id"), "for-two");
}

}  // namespace
}  // namespace toolkitd::render
