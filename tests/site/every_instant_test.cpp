// Whatever the instant: what is found is what rendering at that very instant gives.
#include <gtest/gtest.h>

#include "base/hash.h"
#include "render/json_text.h"
#include "render/pages.h"
#include "render/real_catalogue.h"
#include "render/rich_catalogue.h"
#include "site/built.h"
#include "site/timeline.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::text;

struct Case {
    const char* name;
    domain::Catalogue (*catalogue)();
    render::Options options;

    friend void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }
};

domain::Catalogue real_catalogue() { return testing::real_catalogue(); }

class EveryInstant : public ::testing::TestWithParam<Case> {
protected:
    const domain::Catalogue& catalogue() const { return snapshot_->catalogue(); }
    const render::Options& options() const { return GetParam().options; }
    std::vector<render::Page> rendered(base::Instant instant) const {
        return render::pages(render::View(catalogue(), instant, options()));
    }

    std::shared_ptr<const Snapshot> snapshot_ = testing::built(GetParam().catalogue(), GetParam().options);
    std::vector<base::Instant> instants_ = testing::telling_instants(snapshot_->catalogue());
    std::set<std::string> paths_ = testing::every_path(*snapshot_, GetParam().options);
};

TEST_P(EveryInstant, finds_the_bytes_that_rendering_then_gives_and_nothing_else) {
    for (const auto instant : instants_) {
        std::set<std::string> absent = paths_;
        for (const auto& page : rendered(instant)) {
            absent.erase(page.path);
            const auto* found = snapshot_->find(page.path, instant);
            ASSERT_NE(found, nullptr) << page.path << " at " << text(instant);
            ASSERT_EQ(found->body(), render::finish(page, found->validity, catalogue(), options())) << text(instant);
            EXPECT_EQ(found->facts->canonical, page.canonical);
            EXPECT_EQ(found->facts->language, page.language);
            EXPECT_EQ(found->facts->media_type, page.media_type);
            EXPECT_EQ(found->facts->linked_data, page.linked_data);
            EXPECT_EQ(found->kind, page.kind);
        }
        for (const auto& path : absent) EXPECT_EQ(snapshot_->find(path, instant), nullptr) << path << text(instant);
    }
}

TEST_P(EveryInstant, finds_what_holds_then) {
    for (const auto instant : instants_) {
        for (const auto& path : paths_) {
            const auto* found = snapshot_->find(path, instant);
            if (!found) continue;
            EXPECT_TRUE(!found->validity.from || *found->validity.from <= instant) << path << text(instant);
            EXPECT_TRUE(!found->validity.until || instant < *found->validity.until) << path << text(instant);
        }
    }
}

// What a page says of an end of its time: its end of JSON, or an attribute of its HTML.
std::string told(const Representation& representation, const std::string& end) {
    if (representation.kind == render::Kind::data) {
        return testing::json_at(representation.body(), "/meta/valid_" + end);
    }
    const std::string attribute = "data-valid-" + end + "=\"";
    const auto from = representation.body().find(attribute) + attribute.size() - 1;
    const std::string_view body = representation.body();
    return std::string(body.substr(from, body.find('"', from + 1) + 1 - from));
}

std::string as_told(const std::optional<base::Instant>& end, render::Kind kind) {
    if (end) return "\"" + base::rfc3339(*end) + "\"";
    return kind == render::Kind::data ? "null" : "\"\"";
}

TEST_P(EveryInstant, finds_bytes_that_tell_when_they_hold_and_a_tag_that_tells_them_apart) {
    for (const auto& [path, found] : testing::everything_in(*snapshot_, options())) {
        EXPECT_EQ(found->tag(), "\"" + base::fingerprint(found->body()) + "\"") << path;
        if (found->kind == render::Kind::data && found->facts->media_type != "application/json") continue;
        if (found->kind == render::Kind::data && !path.starts_with("/v1")) continue;
        EXPECT_EQ(told(*found, "from"), as_told(found->validity.from, found->kind)) << path;
        EXPECT_EQ(told(*found, "until"), as_told(found->validity.until, found->kind)) << path;
    }
}

TEST_P(EveryInstant, begins_and_ends_nothing_off_the_timeline) {
    std::set<std::optional<base::Instant>> ends{std::nullopt};
    for (const auto& change : timeline(catalogue())) ends.insert(change.at);
    for (const auto& [path, found] : testing::everything_in(*snapshot_, options())) {
        EXPECT_TRUE(ends.contains(found->validity.from)) << path;
        EXPECT_TRUE(ends.contains(found->validity.until)) << path;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Of, EveryInstant,
    ::testing::Values(Case{"the_real_content", real_catalogue, {{}, "t-visa-final-rule-2024", false}},
                      Case{"a_rich_catalogue", testing::rich_catalogue, {{}, "second-rule", false}},
                      Case{"a_rehearsal", testing::small_catalogue, {"https://example.org", {}, true}}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace toolkitd::site
