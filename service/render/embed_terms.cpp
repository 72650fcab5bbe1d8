#include "render/embed_terms.h"

#include <fmt/format.h>

#include "render/listing.h"
#include "render/rights.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using base::Instant;

Html hotline_line(const EmbedContext& context) {
    const auto& hotline = context.view.catalogue().audience.hotline;
    if (!hotline) return {};
    const Html digits = "<span class=\"ct-number\">" + escape_html(hotline->number) + "</span>";
    const Html number = context.words("redirect_call", {{"number", digits}});
    return "<p class=\"ct-hotline\">" + context.link_to(telephone_address(*hotline), number) +
           " <span class=\"ct-hotline-label\"" + lang_attribute(context.publishers_language(), context.language()) +
           ">" + escape_html(hotline->label) + "</span></p>\n";
}

Html terms_line(const EmbedContext& context) {
    const auto& rights = context.view.catalogue().rights;
    const Html holder = context.text(rights.holder, context.publishers_language());
    return "<p class=\"ct-terms\">" + context.words("rights_holder", {{"holder", holder}}) + " " +
           context.words("rights_" + rights.republication) + " " + context.words("rights_paywall_" + rights.paywall) +
           "</p>\n";
}

// To the second only where it is not a whole minute.
std::string time_of_day(Instant instant) {
    const std::string text = base::rfc3339(instant);
    return text.substr(11, text.substr(17, 2) == "00" ? 5 : 8);
}

Html written_instant(Instant instant, Language language) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
    return "<time datetime=\"" + base::rfc3339(instant) + "\">" +
           message(language, "embed.instant", {{"day", long_date(day, language)}, {"time", time_of_day(instant)}}) +
           "</time>";
}

Html validity_words(const Validity& validity, Language language) {
    const Html from = validity.from ? written_instant(*validity.from, language) : Html();
    const Html until = validity.until ? written_instant(*validity.until, language) : Html();
    if (validity.from && validity.until) {
        return message(language, "embed.valid_between", {{"from", from}, {"until", until}});
    }
    if (validity.from) return message(language, "embed.valid_from", {{"from", from}});
    if (validity.until) return message(language, "embed.valid_until", {{"until", until}});
    return message(language, "embed.valid_always");
}

std::string attribute_of(const std::optional<Instant>& instant) { return instant ? base::rfc3339(*instant) : ""; }

}  // namespace

Html redirect_part(const EmbedContext& context) {
    const auto& audience = context.view.catalogue().audience;
    const auto& text = audience.survivor_redirect;
    return "<div class=\"ct-redirect\" id=\"" + context.id("redirect") + "\">\n" +
           context.heading_of(context.words("redirect_heading")) + context.prose(text, context.publishers_language()) +
           hotline_line(context) +
           context.missing_links(text.links, context.publishers_language(),
                                 audience.canonical_url.value_or(context.toolkit.canonical_url)) +
           context.supplied_links(text.links, context.publishers_language()) + "</div>\n";
}

Html rehearsal_part(const EmbedContext& context) {
    if (!context.view.options().rehearsal) return {};
    return "<p class=\"ct-rehearsal\"><strong>" + context.words("rehearsal") + "</strong></p>\n";
}

Html rights_part(const EmbedContext& context) {
    const auto& catalogue = context.view.catalogue();
    const auto& rights = catalogue.rights;
    const auto& canonical = context.toolkit.canonical_url;
    const Html publisher = context.text(catalogue.publisher.name, context.publishers_language());
    return "<footer class=\"ct-rights\" id=\"" + context.id("rights") + "\">\n" +
           context.heading_of(context.words("rights_heading")) + terms_line(context) +
           context.prose(rights.text, context.publishers_language()) +
           context.missing_links(rights.text.links, context.publishers_language(),
                                 rights.canonical_url.value_or(canonical)) +
           context.supplied_links(rights.text.links, context.publishers_language()) + "<p class=\"ct-canonical\">" +
           context.link_to(canonical, context.words("canonical", {{"publisher", publisher}})) + "</p>\n</footer>\n";
}

Html validity_line(const Page& page, const Ending& ending) {
    return fmt::format(
        "<p class=\"ct-validity\" data-valid-from=\"{}\" data-valid-until=\"{}\" "
        "data-content-revision=\"{}\">{}</p>\n",
        attribute_of(ending.validity.from), attribute_of(ending.validity.until), escape_html(ending.content_revision),
        validity_words(ending.validity, page.words));
}

}  // namespace toolkitd::render
