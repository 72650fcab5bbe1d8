#include "render/feed_content.h"

#include <algorithm>
#include <string_view>

#include "render/embed_choice.h"
#include "render/listing.h"
#include "render/rights.h"

namespace toolkitd::render {
namespace {

constexpr std::string_view kBetweenParagraphs = "\n\n";

std::string paragraph(const FeedNotice& notice, const std::string& content) {
    return "<p lang=\"" + escape_html(notice.language) + "\">" + content + "</p>";
}

}  // namespace

FeedNotice feed_notice(const domain::Catalogue& catalogue) {
    const auto& audience = catalogue.audience;
    return {catalogue.publisher.language, audience.survivor_redirect.plain, audience.hotline,
            catalogue.rights.text.plain};
}

std::string help_line(const FeedNotice& notice) {
    const auto& hotline = notice.hotline;
    return notice.help + (hotline ? " " + hotline->label + ": " + hotline->number : "");
}

std::string feed_text(const FeedEntry& entry, const FeedNotice& notice) {
    std::string text = entry.text;
    for (const auto& item : entry.list) text.append("\n• ").append(item);
    return text.append(kBetweenParagraphs).append(help_line(notice)).append(kBetweenParagraphs).append(notice.terms);
}

std::string feed_html(const FeedEntry& entry, const FeedNotice& notice) {
    std::string html = "<p>" + escape_html(entry.text) + "</p>";
    if (!entry.list.empty()) html += "<ul>";
    for (const auto& item : entry.list) html += "<li>" + escape_html(item) + "</li>";
    if (!entry.list.empty()) html += "</ul>";
    std::string help = escape_html(notice.help);
    if (const auto& hotline = notice.hotline) {
        help += " " + escape_html(hotline->label) + ": <a href=\"" + escape_html(telephone_address(*hotline)) + "\">" +
                escape_html(hotline->number) + "</a>";
    }
    return html + paragraph(notice, help) + paragraph(notice, escape_html(notice.terms));
}

std::string page_for_people(const View& view, FeedScope scope, const domain::Regulation* regulation) {
    if (!scope) {
        const auto toolkits = view.toolkits();
        const auto follows = [&](const auto* toolkit) { return regulation && toolkit->regulation == regulation->id; };
        const auto found = std::find_if(toolkits.begin(), toolkits.end(), follows);
        if (found != toolkits.end()) return page_for_people(view, *found);
        return toolkits.empty() ? std::string() : page_for_people(view, toolkits.front());
    }
    if (view.options().public_url.empty() || !view.options().embeds) return scope->canonical_url;
    const std::string url = view.url(embed_path(EmbedForm::page, scope->id));
    return view.language() == kUsualLanguage ? url : url + "?lang=" + std::string(tag_of(view.language()));
}

}  // namespace toolkitd::render
