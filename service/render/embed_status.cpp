#include "render/embed_status.h"

#include "render/listing.h"
#include "render/notice.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using domain::Regulation;
using domain::Status;

Html day_of(const EmbedContext& context, const Regulation& regulation, base::Instant instant) {
    return written_day(regulation.zone.day_of(instant), context.language());
}

Html status_words(const EmbedContext& context, std::string_view status) {
    return context.words("status_" + std::string(status));
}

Html as_of_when(const EmbedContext& context, const Regulation& regulation, const Status& status) {
    Html sentences;
    if (status.since) {
        sentences = context.words("status_since", {{"day", day_of(context, regulation, *status.since)}}) + " ";
    }
    if (!status.next_change) return sentences + context.words("status_no_change");
    return sentences +
           context.words("status_change", {{"day", day_of(context, regulation, status.next_change->at)},
                                           {"status", status_words(context, word(status.next_change->status))}});
}

// The days of the one that took effect, and of a change to come, are told already; what limits the rule has a list.
bool says_more(const Status& status) {
    return !status.next_change && status.reason != domain::Reason::effective_date_reached && status.limits.empty();
}

Html limit_item(const EmbedContext& context, const Regulation& regulation, const domain::Limit& limit) {
    std::string where;
    for (const auto* names : {&limit.scope.provisions, &limit.scope.places}) {
        for (const auto& name : *names) where.append(where.empty() ? "" : ", ").append(name);
    }
    const Html what = status_words(context, word(limit.kind));
    const Html part = context.text(where, regulation.language);
    const Html since = day_of(context, regulation, limit.since);
    if (!limit.until) return context.words("limit", {{"what", what}, {"part", part}, {"since", since}});
    return context.words(
        "limit_until",
        {{"what", what}, {"part", part}, {"since", since}, {"until", day_of(context, regulation, *limit.until)}});
}

Html limits(const EmbedContext& context, const Regulation& regulation, const Status& status) {
    if (status.limits.empty()) return {};
    Html list = "<p class=\"ct-status-reason\">" + context.words("limits") + "</p>\n<ul class=\"ct-limits\">\n";
    for (const auto& limit : status.limits) list += "<li>" + limit_item(context, regulation, limit) + "</li>\n";
    return list + "</ul>\n";
}

Html status_lines(const EmbedContext& context, const Regulation& regulation, const Status& status) {
    Html lines = context.heading_of(context.words("status_heading")) + "<p class=\"ct-status\">" +
                 "<strong class=\"ct-status-word\">" + status_words(context, word(status.kind)) +
                 "</strong> <span class=\"ct-rule\"" + lang_attribute(regulation.language, context.language()) + ">" +
                 escape_html(regulation.short_title) + "</span></p>\n" + "<p class=\"ct-status-time\">" +
                 as_of_when(context, regulation, status) + "</p>\n";
    if (says_more(status)) {
        lines += "<p class=\"ct-status-reason\">" + escape_html(reason_text(status, context.language())) + "</p>\n";
    }
    return lines + limits(context, regulation, status);
}

Html notice_lines(const EmbedContext& context, const domain::Notice& notice) {
    const auto& publisher = context.view.catalogue().publisher;
    const auto [text, language] = notice_text(context.view, notice);
    const auto provenance = "provenance_" + std::string(word(notice.provenance));
    const bool quotes = notice.provenance == domain::Provenance::publisher;
    return context.prose(text, language) + context.missing_links(text.links, language, context.toolkit.canonical_url) +
           (quotes ? context.supplied_links(text.links, language) : Html()) + "<p class=\"ct-provenance\">" +
           context.words(provenance, {{"publisher", context.text(publisher.name, publisher.language)}}) + "</p>\n";
}

}  // namespace

Html status_part(const EmbedContext& context) {
    const auto* regulation = context.view.regulation(context.toolkit.regulation);
    if (!regulation) return {};
    const Status& status = *context.view.status(regulation->id);
    const auto* notice = context.view.notice(regulation, context.toolkit.id);
    const std::string name = notice ? "notice" : "status";
    return "<div class=\"ct-" + name + "\" id=\"" + context.id(name) + "\" data-status=\"" +
           std::string(word(status.kind)) + "\">\n" + status_lines(context, *regulation, status) +
           (notice ? notice_lines(context, *notice) : Html()) + "</div>\n";
}

}  // namespace toolkitd::render
