#include "render/embed_withdrawn.h"

namespace toolkitd::render {
namespace {

Html successor_line(const EmbedContext& context, const std::optional<std::string>& successor) {
    for (const auto* toolkit : context.view.toolkits()) {
        if (successor != toolkit->id) continue;
        const Html title = context.link_to(toolkit->canonical_url, context.text(toolkit->title, toolkit->language));
        return "<p>" + context.words("withdrawn_successor", {{"toolkit", title}}) + "</p>\n";
    }
    return {};
}

}  // namespace

Html withdrawn_part(const EmbedContext& context) {
    const auto& withdrawn = *context.toolkit.withdrawn;
    const auto day = context.view.catalogue().publisher.zone.day_of(withdrawn.at);
    return "<div class=\"ct-withdrawn\" id=\"" + context.id("withdrawn") + "\">\n" +
           context.heading_of(context.words("withdrawn_heading")) + "<p>" +
           context.words("withdrawn", {{"day", written_day(day, context.language())}}) + " " +
           context.text(withdrawn.reason, context.publishers_language()) + "</p>\n" +
           successor_line(context, withdrawn.successor) + "</div>\n";
}

}  // namespace toolkitd::render
