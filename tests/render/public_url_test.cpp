#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

constexpr const char* kUrl = "https://toolkits.example.org";

// The text with every occurrence of `what` gone.
std::string without(std::string text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.erase(at, what.size());
    return text;
}

// The text without the lines that hold `what`.
std::string without_lines(std::string text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
        const auto begin = text.rfind('\n', at) + 1;
        text.erase(begin, text.find('\n', at) + 1 - begin);
    }
    return text;
}

Rendered rendered(const std::string& public_url) {
    return {testing::rich_catalogue(), "2025-02-01", {public_url, "first-rule", false}};
}

TEST(PublicUrl, stands_before_every_path_of_ours_that_a_link_holds) {
    const Rendered with_url = rendered(kUrl);
    for (const Page& page : with_url.enveloped()) {
        const std::string answer = with_url.answer(page.path);
        EXPECT_EQ(answer.find("\"/"), std::string::npos) << page.path;
        EXPECT_NE(answer.find("\"" + std::string(kUrl) + "/v1/rights\""), std::string::npos) << page.path;
    }
}

TEST(PublicUrl, changes_nothing_else) {
    const Rendered with_url = rendered(kUrl);
    const Rendered alone = rendered("");
    for (const Page& page : with_url.pages()) {
        const bool needs_one = page.path.starts_with("/oembed?") || page.path == "/sitemap.xml";
        EXPECT_NE(alone.has(page.path), needs_one) << page.path;
    }
    for (const Page& page : alone.pages()) {
        if (page.kind == Kind::page) continue;  // its samples name an address where the setting does not
        EXPECT_EQ(without(without_lines(with_url.answer(page.path), "+oembed"), kUrl), alone.answer(page.path));
        EXPECT_EQ(with_url.page(page.path).former_paths, page.former_paths) << page.path;
        EXPECT_EQ(without(with_url.page(page.path).canonical, kUrl), page.canonical) << page.path;
    }
}

TEST(PublicUrl, stands_before_the_canonical_address_where_that_is_ours) {
    EXPECT_EQ(rendered(kUrl).page("/v1/rights").canonical, std::string(kUrl) + "/v1/rights");
    EXPECT_EQ(rendered(kUrl).page("/v1/toolkits/one").canonical, "https://example.org/one");
}

}  // namespace
}  // namespace toolkitd::render
