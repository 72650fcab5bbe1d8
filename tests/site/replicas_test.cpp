// Two builds of the same content give the same bytes and tags.
#include <gtest/gtest.h>

#include "render/rich_catalogue.h"
#include "site/build.h"
#include "site/built.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

const render::Options kOptions{{}, "first-rule", false};

std::shared_ptr<const Snapshot> loaded_on(std::string_view day) {
    return build(testing::rich_catalogue(), kOptions, {{"/openapi.json", "application/json", Bytes("{}")}},
                 testing::at(day), testing::unlabelled);
}

// Content whose revisions lie ahead is a fault for `check`: what is planned is told of by nobody who was started
// before.
TEST(Replicas, give_the_same_bytes_and_tags_whenever_they_were_started) {
    const auto one = loaded_on("2024-09-01");
    const auto other = loaded_on("2026-11-23");
    const auto ours = testing::everything_in(*one, kOptions);
    const auto theirs = testing::everything_in(*other, kOptions);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto& a = *ours[i].representation;
        const auto& b = *theirs[i].representation;
        EXPECT_EQ(ours[i].path, theirs[i].path);
        EXPECT_EQ(a.body(), b.body()) << ours[i].path;
        EXPECT_EQ(a.tag(), b.tag()) << ours[i].path;
        EXPECT_EQ(a.last_modified, b.last_modified) << ours[i].path;
        EXPECT_EQ(a.validity, b.validity) << ours[i].path;
    }
}

TEST(Replicas, give_the_same_document_and_lead_to_the_same_paths) {
    const auto one = loaded_on("2024-05-01");
    const auto other = loaded_on("2026-11-23");
    for (const auto instant : testing::telling_instants(one->catalogue())) {
        EXPECT_EQ(one->find("/openapi.json", instant)->tag(), other->find("/openapi.json", instant)->tag());
        EXPECT_EQ(one->edition(instant).moved, other->edition(instant).moved);
    }
}

TEST(Replicas, remember_each_when_it_was_loaded) {
    EXPECT_EQ(loaded_on("2024-05-01")->loaded_at(), testing::at("2024-05-01"));
}

}  // namespace
}  // namespace toolkitd::site
