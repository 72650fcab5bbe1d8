#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const domain::Hotline kHotline{"CAST’s hotline", "1-888-539-2373"};

std::string redirect(const domain::Audience& audience, const std::string& part) {
    auto catalogue = testing::small_catalogue();
    catalogue.audience = audience;
    return Rendered(catalogue, "2024-05-01").json("/v1", "/audience/survivor_redirect" + part);
}

TEST(Audience, says_whom_the_content_is_for) {
    auto catalogue = testing::empty_catalogue();
    catalogue.audience.intended = {"attorney", "legal_representative"};
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.keys("/v1", "/audience"), "intended survivor_redirect");
    EXPECT_EQ(rendered.json("/v1", "/audience/intended"), R"(["attorney","legal_representative"])");
}

TEST(Audience, sends_everybody_else_on) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.keys("/v1", "/audience/survivor_redirect"), "text links hotline canonical_url");
    EXPECT_EQ(rendered.text("/v1", "/audience/survivor_redirect/text/text"), "This is for attorneys.");
}

TEST(Audience, has_a_hotline_with_an_address_to_dial) {
    EXPECT_EQ(redirect({{"attorney"}, testing::prose("Call."), kHotline, {}}, "/hotline"),
              R"({"label":"CAST’s hotline","number":"1-888-539-2373","href":"tel:+18885392373"})");
}

TEST(Audience, may_have_no_hotline) {
    EXPECT_EQ(redirect({{"attorney"}, testing::prose("Read."), {}, {}}, "/hotline"), "null");
}

TEST(Audience, says_which_links_lead_somewhere) {
    domain::Text text = testing::prose("Connect with an attorney, or write to us.");
    text.links = {{"attorney", "Connect with an attorney", {}}, {"us", "write to us", "mailto:us@example.org"}};
    EXPECT_EQ(
        redirect({{"attorney"}, text, {}, {}}, "/links"),
        R"([{"id":"attorney","text":"Connect with an attorney","href":null,"link_status":"unresolved","provenance":"publisher"},)"
        R"({"id":"us","text":"write to us","href":"mailto:us@example.org","link_status":"resolved","provenance":"publisher"}])");
}

TEST(Audience, names_the_publishers_page_where_the_words_stand) {
    EXPECT_EQ(redirect({{"attorney"}, testing::prose("Read."), {}, "https://example.org/help"}, "/canonical_url"),
              R"("https://example.org/help")");
}

TEST(Audience, names_no_page_where_none_is_known_whatever_toolkits_are_shown) {
    EXPECT_EQ(redirect({{"attorney"}, testing::prose("Read."), {}, {}}, "/canonical_url"), "null");
}

}  // namespace
}  // namespace toolkitd::render
