#include "support/catalogues.h"

#include <utility>

#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::testing {

using domain::StatusKind;

domain::Text prose(std::string_view words) {
    const std::string plain(words);
    return {plain, "<p>" + plain + "</p>\n", plain, {}};
}

domain::Notice notice(std::string id, std::vector<StatusKind> statuses, std::string regulation) {
    domain::Notice built;
    built.text = prose("Notice " + id + ".");
    built.id = std::move(id);
    built.regulation = std::move(regulation);
    built.statuses = std::move(statuses);
    built.language = "en";
    return built;
}

domain::Resource resource(std::string id) {
    domain::Resource built;
    built.title = "Resource " + id;
    built.as_listed = built.title;
    built.id = std::move(id);
    built.kind = "practice_advisory";
    built.kind_label = "Practice Advisory";
    built.language = "en";
    built.audiences = {"attorney"};
    return built;
}

domain::Section section(std::string id) {
    domain::Section built;
    built.title = "Section " + id;
    built.text = prose("Text of " + id + ".");
    built.id = std::move(id);
    built.language = "en";
    return built;
}

domain::Toolkit toolkit(std::string id) {
    domain::Toolkit built;
    built.title = "Toolkit " + id;
    built.canonical_url = "https://example.org/" + id;
    built.id = std::move(id);
    built.language = "en";
    return built;
}

domain::Catalogue empty_catalogue() {
    return {
        "0123456789abcdef",
        {},
        {"publisher", "Publisher", "The Publisher", "https://example.org/", "en", zone("America/Los_Angeles")},
        {"terms", "Terms", "The Publisher", "express_permission_required", "prohibited", {}, prose("Ask first."), {}},
        {{"attorney"}, prose("This is for attorneys."), domain::Hotline{"Hotline", "1-555-555-0100"}, {}},
        {},
        {},
        {},
        {}};
}

domain::Catalogue small_catalogue() {
    domain::Catalogue built = empty_catalogue();
    built.regulations = {t_visa_rule()};
    const std::string rule = built.regulations.front().id;

    built.resources = {resource("guide"), resource("video")};
    built.resources[0].dates = {{date("2024-01"), "January 2024", domain::DateRole::updated}};
    built.resources[1].dates = {{date("2022-11"), "November 2022", domain::DateRole::recorded}};
    for (auto& item : built.resources) item.regulation = rule;

    built.notices = {notice("pending", {StatusKind::pending}, rule), notice("switched", {StatusKind::effective}, rule)};
    built.notices[0].provenance = domain::Provenance::publisher;

    built.toolkits = {toolkit("lereporting")};
    built.toolkits[0].regulation = rule;
    built.toolkits[0].sections = {section("target-audience"), section("toolkit-contents")};
    built.toolkits[0].sections[1].follows = domain::Follows::resources;
    built.toolkits[0].resources = {"guide", "video"};
    return built;
}

}  // namespace toolkitd::testing
