#include <gtest/gtest.h>

#include "content/content_folder.h"
#include "content/translation_checks.h"
#include "domain/catalogue.h"

namespace toolkitd::content::testing {
namespace {

constexpr std::string_view kNotice =
    "---\nprovenance: service\nregulation: sample-rule\nstatuses: [delayed]\n---\n\nThe rule is delayed.\n";
constexpr std::string_view kSpanish =
    "---\nlinks:\n  rule: https://example.org/regla\nrevisions:\n  - on: 2027-03-01\n    note: First version.\n---\n\n"
    "La [norma][rule] está aplazada.\n";

Files translated() {
    return with(with(minimal(), "notices/default.md", std::string(kNotice)), "notices/default.es.md",
                std::string(kSpanish));
}

const domain::Notice& notice(const domain::Catalogue& catalogue, std::string_view id) {
    for (const auto& each : catalogue.notices) {
        if (each.id == id) return each;
    }
    throw std::out_of_range("no such notice");
}

TEST(Translation, goes_with_the_notice_that_its_file_is_named_after) {
    const auto catalogue = loaded(translated());
    EXPECT_EQ(catalogue.notices.size(), 2U);
    const auto* spanish = domain::translation_of(notice(catalogue, "default"), "es");
    ASSERT_NE(spanish, nullptr);
    EXPECT_EQ(spanish->text.plain, "La norma está aplazada.");
    EXPECT_EQ(spanish->text.links.at(0).href, "https://example.org/regla");
    EXPECT_EQ(notice(catalogue, "default").text.plain, "The rule is delayed.");
    EXPECT_EQ(domain::translation_of(notice(catalogue, "default"), "en"), nullptr);
    EXPECT_TRUE(notice(catalogue, "sample-notice").translations.empty());
}

TEST(Translation, counts_as_an_edit_of_the_content) {
    EXPECT_EQ(loaded(translated()).revised_at, base::parse_rfc3339("2027-03-01T08:00:00Z"));
    EXPECT_NE(loaded(translated()).revision,
              loaded(with_change(translated(), "notices/default.es.md", "aplazada", "en suspenso")).revision);
}

TEST(Translation, may_be_as_old_as_the_notice_and_no_older) {
    const auto notice_of = [](const std::string& day) {
        return with_change(translated(), "notices/default.md", "provenance",
                           "revisions:\n  - on: " + day + "\n    note: Says more.\nprovenance");
    };
    EXPECT_EQ(faults(notice_of("2027-02-28")), "");
    EXPECT_EQ(faults(notice_of("2027-03-01")), "");
    EXPECT_NE(faults(notice_of("2027-03-02")), "");
    EXPECT_NE(faults(with_change(notice_of("2027-03-01"), "notices/default.es.md",
                                 "revisions:\n  - on: 2027-03-01\n    note: First version.\n", "")),
              "");
}

TEST(Translation, is_checked_like_any_text) {
    EXPECT_EQ(faults(with_change(translated(), "notices/default.es.md", "[norma][rule]", "<b>norma</b>")).substr(0, 24),
              "notices/default.es.md:3:");
    EXPECT_NE(faults(with_change(translated(), "notices/default.es.md", "links:", "statuses: [delayed]\nlinks:")), "");
}

TEST(Translation, of_each_notice_of_the_services_is_there_in_what_the_project_publishes) {
    const auto catalogue = loaded(files_in(in_project("config/content")));
    for (const auto& each : catalogue.notices) {
        const bool is_ours = each.provenance == domain::Provenance::service;
        for (const auto language : kServedLanguages) {
            const bool expected = is_ours && language != each.language;
            EXPECT_EQ(domain::translation_of(each, language) != nullptr, expected) << each.id << " " << language;
        }
    }
}

}  // namespace
}  // namespace toolkitd::content::testing
