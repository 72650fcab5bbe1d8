#include <gtest/gtest.h>

#include <algorithm>

#include "render/json_text.h"
#include "render/pages.h"
#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const Rendered& rendered() {
    static const Rendered kRendered(testing::rich_catalogue(), "2024-10-12", {{}, "first-rule", false});
    return kRendered;
}

std::string meta(const Validity& validity, const Options& options) {
    const auto catalogue = testing::small_catalogue();
    const Rendered small(catalogue, "2024-05-01");
    return testing::json_at(finish(small.page("/v1/rights"), validity, catalogue, options), "/meta");
}

TEST(Envelope, is_the_same_around_every_answer) {
    for (const Page& page : rendered().enveloped()) {
        EXPECT_EQ(rendered().keys(page.path, ""), "data rights audience links meta") << page.path;
        for (const std::string part : {"/rights", "/audience"}) {
            EXPECT_EQ(rendered().json(page.path, part), rendered().json("/v1", part)) << page.path;
        }
    }
}

TEST(Envelope, is_one_line_of_json_with_nothing_to_spare) {
    for (const Page& page : rendered().enveloped()) {
        EXPECT_EQ(rendered().answer(page.path), rendered().json(page.path, "") + "\n");
    }
}

TEST(Envelope, is_around_each_path_once) {
    std::vector<std::string> paths;
    for (const Page& page : rendered().pages()) paths.push_back(page.path);
    std::sort(paths.begin(), paths.end());
    EXPECT_EQ(std::adjacent_find(paths.begin(), paths.end()), paths.end());
}

TEST(Envelope, begins_its_links_with_the_page_and_ends_them_with_the_terms_and_the_contract) {
    EXPECT_EQ(
        rendered().json("/v1", "/links"),
        R"({"self":"/v1","canonical":"/v1","feed":"/v1/feed.json","feed_atom":"/v1/feed.atom","license":"/v1/rights","describedby":"/openapi.json",)"
        R"("service_desc":"/openapi.yaml"})");
    for (const Page& page : rendered().enveloped()) {
        const std::string keys = rendered().keys(page.path, "/links");
        EXPECT_TRUE(keys.starts_with("self canonical ")) << page.path << ": " << keys;
        EXPECT_TRUE(keys.ends_with(" license describedby service_desc")) << page.path << ": " << keys;
    }
}

TEST(Envelope, links_to_itself_without_the_filters) {
    EXPECT_EQ(rendered().text("/v1/resources?kind=video", "/links/self"), "/v1/resources");
    EXPECT_EQ(rendered().text("/v1/resources/video", "/links/self"), "/v1/resources/video");
}

TEST(Envelope, names_the_canonical_address_that_the_page_has) {
    for (const Page& page : rendered().enveloped()) {
        EXPECT_EQ(rendered().text(page.path, "/links/canonical"), page.canonical) << page.path;
    }
}

TEST(Envelope, says_for_which_time_it_holds) {
    EXPECT_EQ(meta({testing::at("2024-04-30"), testing::at("2024-08-28")}, {}),
              R"({"valid_from":"2024-04-30T04:00:00Z","valid_until":"2024-08-28T04:00:00Z",)"
              R"("content_revision":"0123456789abcdef","language":"en","rehearsal":false})");
}

TEST(Envelope, says_that_nothing_bounds_its_time) {
    const std::string open = meta({}, {});
    EXPECT_EQ(testing::json_at(open, "/valid_from"), "null");
    EXPECT_EQ(testing::json_at(open, "/valid_until"), "null");
}

TEST(Envelope, says_that_it_is_a_rehearsal) {
    EXPECT_EQ(testing::json_at(meta({}, {{}, {}, true}), "/rehearsal"), "true");
}

TEST(Envelope, says_which_language_the_page_is_in) {
    for (const Page& page : rendered().enveloped()) {
        EXPECT_EQ(rendered().text(page.path, "/meta/language"), page.language) << page.path;
    }
}

}  // namespace
}  // namespace toolkitd::render
