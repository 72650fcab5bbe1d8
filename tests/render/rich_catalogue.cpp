#include "render/rich_catalogue.h"

#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::testing {
namespace {

using domain::CurrencyState;
using domain::EventKind;
using domain::StatusKind;

domain::Review review(std::string_view on, CurrencyState finding) {
    return {day(on), at(on), finding, "Read whole on " + std::string(on) + "."};
}

domain::Regulation first_rule() {
    domain::Event rule = published("2024-04-30", "2024-08-28");
    rule.documents = {"rule"};
    domain::Event correction = event("corrected", EventKind::corrected, "2024-08-23").on("2024-08-28");
    correction.documents = {"correction"};
    correction.note = "Concerns one part.";
    auto built = regulation({rule, event("delayed", EventKind::delayed, "2024-08-01").on("2024-10-01"), correction,
                             event("stayed", EventKind::stayed, "2024-11-01").on("2024-11-05T15:00:00Z"),
                             event("lifted", EventKind::lifted, "2025-01-10").lifting("stayed"),
                             event("enjoined", EventKind::enjoined, "2025-02-01").in({"Texas"}).of({"214.204"}),
                             event("vacated", EventKind::vacated, "2025-06-01")},
                            "first-rule");
    built.former_ids = {"rule-of-old"};
    built.summary = prose("What the first rule does.");
    built.rin = "1615-AA59";
    built.cfr_parts = {"8 CFR part 214"};
    built.replaces = {"67 FR 4784"};
    built.finalizes = {"81 FR 92266"};
    built.documents = {{"rule", "final_rule", "The first rule", "89 FR 34864", "2024-09022",
                        "https://www.federalregister.gov/d/2024-09022", day("2024-04-30"), day("2024-08-28")},
                       {"correction",
                        "correction",
                        "A correction",
                        {},
                        "2024-18735",
                        {},
                        day("2024-08-23"),
                        {},
                        domain::Confidence::medium}};
    return built;
}

domain::Regulation second_rule() {
    auto built = regulation({published("2024-06-01", "2024-09-20")}, "second-rule");
    built.language = "es";
    built.window = {at("2024-07-01"), at("2025-03-01")};
    return built;
}

domain::Resource advisory() {
    auto built = resource("advisory");
    built.former_ids = {"advisory-of-old"};
    built.audiences = {"attorney", "legal_representative"};
    built.href = "https://example.org/advisory?a=1&b=2";
    built.regulation = "first-rule";
    built.dates = {{date("2024-01"), "January 2024", domain::DateRole::updated}};
    built.reviews = {review("2024-12-01", CurrencyState::current), review("2025-02-15", CurrencyState::predates_rule),
                     review("2025-05-01", CurrencyState::current)};
    return built;
}

domain::Resource checklist() {
    auto built = resource("checklist");
    built.kind = "checklist";
    built.regulation = "second-rule";
    built.dates = {{date("2024-09"), "Sept. 2024", domain::DateRole::published}};
    built.window = {at("2024-09-15"), at("2024-12-15")};
    return built;
}

domain::Resource course() {
    auto built = resource("course");
    built.kind = "course";
    built.language = "es";
    built.audiences = {"legal_representative"};
    built.window.from = at("2025-01-01");
    return built;
}

domain::Resource video() {
    auto built = resource("video");
    built.kind = "video";
    built.regulation = "first-rule";
    built.dates = {{date("2022"), "2022", domain::DateRole::recorded},
                   {date("2024-10-02"), "October 2, 2024", domain::DateRole::dated}};
    built.duration = domain::Duration{std::chrono::seconds{3723}, "about an hour"};
    return built;
}

std::vector<domain::Notice> notices() {
    std::vector built{notice("after", {StatusKind::effective, StatusKind::partially_effective}, "first-rule"),
                      notice("before", {StatusKind::pending, StatusKind::delayed}, "first-rule"),
                      notice("for-two", {StatusKind::effective}, "second-rule"),
                      notice("passing", {StatusKind::effective}, "first-rule")};
    built[1].provenance = domain::Provenance::publisher;
    built[2].toolkits = {"two"};
    built[3].provenance = domain::Provenance::publisher;
    built[3].window = {at("2024-10-10"), at("2025-01-20")};
    return built;
}

domain::Toolkit one() {
    auto built = toolkit("one");
    built.former_ids = {"one-of-old"};
    built.regulation = "first-rule";
    built.sections = {section("contents"), section("passing"), section("lasting")};
    built.sections[0].follows = domain::Follows::resources;
    built.sections[0].former_ids = {"contents-of-old"};
    built.sections[1].window = {at("2024-05-15"), at("2024-10-15")};
    built.resources = {"video", "advisory", "checklist"};
    return built;
}

domain::Toolkit two() {
    auto built = toolkit("two");
    built.language = "es";
    built.regulation = "second-rule";
    built.sections = {section("contents")};
    built.sections[0].language = "es";
    built.sections[0].follows = domain::Follows::resources;
    built.resources = {"course", "checklist"};
    built.window = {at("2024-08-15"), at("2025-04-01")};
    return built;
}

}  // namespace

domain::Catalogue rich_catalogue() {
    domain::Catalogue built = empty_catalogue();
    built.regulations = {first_rule(), second_rule()};
    built.resources = {advisory(), checklist(), course(), video()};
    built.notices = notices();
    built.toolkits = {one(), two()};
    built.revised_at = at("2024-09-01");
    return built;
}

}  // namespace toolkitd::testing
