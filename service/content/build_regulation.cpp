#include <algorithm>

#include "content/build.h"
#include "content/fields.h"
#include "content/history_checks.h"

namespace toolkitd::content {
namespace {

using domain::EventKind;

domain::Confidence read_confidence(const Fields& fields) {
    return domain::from_word<domain::Confidence>(fields.text("confidence")).value_or(domain::Confidence::high);
}

domain::Document build_document(const Fields& fields) {
    return {.id = fields.id("id"),
            .kind = fields.word("kind"),
            .title = fields.text("title"),
            .citation = fields.optional_text("citation"),
            .document_number = fields.text("document_number"),
            .href = fields.address("href"),
            .published = fields.day("published").value_or(std::chrono::year_month_day{}),
            .effective = fields.day("effective"),
            .confidence = read_confidence(fields)};
}

domain::Event build_event(const Fields& fields, const Days& days) {
    return {.id = fields.id("id"),
            .kind = domain::from_word<EventKind>(fields.text("kind")).value_or(EventKind::corrected),
            .announced = read_moment(fields, "announced", days).value_or(domain::Moment{}),
            .takes_effect = read_moment(fields, "takes_effect", days),
            .scope = {fields.texts("places"), fields.texts("provisions")},
            .lifts = fields.optional_text("lifts"),
            .documents = fields.texts("documents"),
            .note = fields.optional_text("note"),
            .confidence = read_confidence(fields)};
}

std::vector<domain::Document> build_documents(const Fields& fields) {
    std::vector<domain::Document> documents;
    for (const auto& entry : fields.entries("documents")) documents.push_back(build_document(entry));
    return documents;
}

std::vector<domain::Event> build_events(const Fields& fields, const Days& days) {
    std::vector<domain::Event> events;
    for (const auto& entry : fields.entries("events")) events.push_back(build_event(entry, days));
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.announced.at < b.announced.at; });
    return events;
}

std::optional<domain::Text> build_summary(const Item& item, const Report& report) {
    auto text = build_text(item, false, report);
    if (text.plain.empty()) return std::nullopt;
    return text;
}

}  // namespace

std::optional<domain::Regulation> build_regulation(const Item& item, const Defaults& defaults, const Report& report) {
    const Fields fields(item.front_matter, report);
    const auto zone = read_zone(fields, "time_zone");
    const Days days(zone);
    auto documents = build_documents(fields);
    auto events = build_events(fields, days);
    check_history(fields, events);
    auto summary = build_summary(item, report);
    auto former_ids = fields.ids("former_ids");
    auto language = fields.language("language", defaults.language);
    const auto window = read_window(fields, defaults.days);
    if (!zone) return std::nullopt;
    return domain::Regulation{.id = item.location.id,
                              .former_ids = std::move(former_ids),
                              .title = fields.text("title"),
                              .short_title = fields.text("short_title"),
                              .agency = fields.text("agency"),
                              .rin = fields.optional_text("rin"),
                              .docket = fields.optional_text("docket"),
                              .cfr_parts = fields.texts("cfr_parts"),
                              .replaces = fields.texts("replaces"),
                              .summary = std::move(summary),
                              .language = std::move(language),
                              .zone = *zone,
                              .documents = std::move(documents),
                              .events = std::move(events),
                              .window = window,
                              .revisions = read_revisions(fields, defaults.days),
                              .finalizes = fields.texts("finalizes")};
}

}  // namespace toolkitd::content
