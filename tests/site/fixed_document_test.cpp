#include <gtest/gtest.h>

#include <string_view>

#include "base/hash.h"
#include "site/build.h"
#include "site/built.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

std::shared_ptr<const Snapshot> with_documents() {
    auto catalogue = testing::small_catalogue();
    catalogue.revised_at = testing::at("2024-09-01");
    return build(std::move(catalogue), {},
                 {{"/openapi.yaml", "application/yaml", Bytes("openapi: 3.1.0\n")},
                  {"/openapi.json", "application/json", Bytes("{}")}},
                 testing::at("2026-11-23"), testing::unlabelled);
}

TEST(FixedDocument, is_the_same_at_every_instant) {
    const auto snapshot = with_documents();
    const auto* found = snapshot->find("/openapi.yaml", base::kEarliest);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found, snapshot->find("/openapi.yaml", testing::at("2024-08-28")));
    EXPECT_EQ(found, snapshot->find("/openapi.yaml", base::kLatest));
    EXPECT_EQ(found->validity, render::Validity{});
}

TEST(FixedDocument, is_served_as_it_was_given) {
    const auto snapshot = with_documents();
    const auto* found = snapshot->find("/openapi.yaml", testing::at("2024-08-28"));
    EXPECT_EQ(found->body(), "openapi: 3.1.0\n");
    EXPECT_EQ(found->facts->media_type, "application/yaml");
    EXPECT_EQ(found->tag(), "\"" + base::fingerprint(found->body()) + "\"");
    EXPECT_EQ(snapshot->find("/openapi.json", testing::at("2024-08-28"))->facts->media_type, "application/json");
}

TEST(FixedDocument, that_the_program_holds_anyway_is_not_copied) {
    static constexpr std::string_view kHeld = "a script";
    const auto snapshot = build(testing::small_catalogue(), {}, {{"/script.js", "text/javascript", Bytes::held(kHeld)}},
                                testing::at("2026-11-23"), testing::unlabelled);
    const auto body = snapshot->find("/script.js", base::kEarliest)->body();
    EXPECT_EQ(body, kHeld);
    EXPECT_EQ(body.data(), kHeld.data());
}

TEST(FixedDocument, is_of_no_human_language_stands_for_itself_and_knows_no_date) {
    const auto snapshot = with_documents();
    const auto* found = snapshot->find("/openapi.yaml", testing::at("2024-08-28"));
    EXPECT_EQ(found->facts->language, "");
    EXPECT_EQ(found->facts->canonical, "");
    EXPECT_EQ(found->last_modified, std::nullopt) << "the content's revisions are not the document's";
}

}  // namespace
}  // namespace toolkitd::site
