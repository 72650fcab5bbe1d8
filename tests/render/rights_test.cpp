#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.rights.funding = {"OVC", "OVW"};
    built.rights.text = {"Ask *first*.", "<p>Ask <em>first</em>.</p>", "Ask first.", {{"guidelines", "first", {}}}};
    return built;
}

TEST(Rights, go_out_with_every_answer_in_plain_words) {
    const Rendered rendered(catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/resources/guide", "/rights"),
              R"({"id":"terms","title":"Terms","holder":"The Publisher","text":"Ask first.",)"
              R"("republication":"express_permission_required","paywall":"prohibited","funding":["OVC","OVW"],)"
              R"("href":"/v1/rights"})");
}

TEST(Rights, have_a_page_that_tells_them_whole) {
    const Rendered rendered(catalogue(), "2024-05-01");
    EXPECT_EQ(
        rendered.json("/v1/rights"),
        R"({"id":"terms","title":"Terms","holder":"The Publisher",)"
        R"("text":{"markdown":"Ask *first*.","html":"<p>Ask <em>first</em>.</p>","text":"Ask first."},)"
        R"("links":[{"id":"guidelines","text":"first","href":null,"link_status":"unresolved","provenance":"publisher"}],)"
        R"("republication":"express_permission_required","paywall":"prohibited","funding":["OVC","OVW"],)"
        R"("grant_numbers":null})");
}

TEST(Rights, send_a_reader_to_the_publishers_page_where_they_stand) {
    auto built = catalogue();
    EXPECT_EQ(Rendered(built, "2024-05-01").text("/v1/rights", "/links/canonical"), "/v1/rights");
    built.rights.canonical_url = "https://example.org/terms";
    EXPECT_EQ(Rendered(built, "2024-05-01").text("/v1/rights", "/links/canonical"), "https://example.org/terms");
}

}  // namespace
}  // namespace toolkitd::render
