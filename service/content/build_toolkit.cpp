#include "content/build.h"
#include "content/fields.h"
#include "content/texts.h"

namespace toolkitd::content {

domain::Notice build_notice(const Item& item, const Defaults& defaults, const Report& report) {
    const Fields fields(item.front_matter, report);
    std::vector<domain::StatusKind> statuses;
    for (const auto& text : fields.texts("statuses")) {
        if (const auto status = domain::from_word<domain::StatusKind>(text)) statuses.push_back(*status);
    }
    const auto provenance = domain::from_word<domain::Provenance>(fields.text("provenance"));
    auto text = build_text(item, true, report);
    const bool says_effective_date = text.plain.find(domain::kEffectiveDate) != std::string::npos;
    return {.id = item.location.id,
            .provenance = provenance.value_or(domain::Provenance::service),
            .regulation = fields.text("regulation"),
            .statuses = std::move(statuses),
            .toolkits = fields.texts("toolkits"),
            .language = fields.language("language", defaults.language),
            .text = std::move(text),
            .window = read_window(fields, defaults.days),
            .effective_date = fields.day("effective_date"),
            .says_effective_date = says_effective_date,
            .revisions = read_revisions(fields, defaults.days)};
}

domain::Translation build_translation(const Item& item, const Report& report) {
    return {item.location.language, build_text(item, true, report)};
}

domain::Toolkit build_toolkit(const Item& item, const Defaults& defaults, const Report& report) {
    expect_no_text(item, report);
    const Fields fields(item.front_matter, report);
    const auto presence = read_presence(fields, defaults.days);
    return {.id = item.location.id,
            .former_ids = fields.ids("former_ids"),
            .title = fields.text("title"),
            .language = fields.language("language", defaults.language),
            .canonical_url = fields.web_address("canonical_url"),
            .regulation = fields.optional_text("regulation"),
            .sections = {},
            .resources = fields.texts("resources"),
            .window = presence.window,
            .withdrawn = presence.withdrawn,
            .revisions = read_revisions(fields, defaults.days)};
}

domain::Section build_section(const Item& item, const Defaults& defaults, const domain::Text& survivor_redirect,
                              const domain::Text& rights, const Report& report) {
    const Fields fields(item.front_matter, report);
    const auto presence = read_presence(fields, defaults.days);
    const auto followed_by = fields.optional_text("followed_by");
    domain::Section section{
        .id = item.location.id,
        .former_ids = fields.ids("former_ids"),
        .title = fields.text("title"),
        .language = fields.language("language", defaults.language),
        .text = build_text(item, !followed_by, report),
        .follows = followed_by == "resources" ? domain::Follows::resources : domain::Follows::nothing,
        .window = presence.window,
        .withdrawn = presence.withdrawn,
        .revisions = read_revisions(fields, defaults.days)};
    if (followed_by == "survivor_redirect") append(section.text, survivor_redirect);
    if (followed_by == "rights") append(section.text, rights);
    return section;
}

}  // namespace toolkitd::content
