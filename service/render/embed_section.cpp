#include "render/embed_section.h"

#include "render/listing.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using domain::CurrencyState;
using domain::Resource;

Html line_of(const EmbedContext& context, const Resource& resource) {
    const Html words = escape_html(resource.as_listed);
    return "<p class=\"ct-resource-line\"" + lang_attribute(resource.language, context.language()) + ">" +
           (resource.href ? context.link_to(*resource.href, words) : words) + "</p>\n";
}

Html fact(const EmbedContext& context, const Resource& resource, const std::string& name, std::string_view value) {
    return "<div><dt>" + context.words(name) + "</dt> <dd" + lang_attribute(resource.language, context.language()) +
           ">" + escape_html(value) + "</dd></div>\n";
}

Html facts_of(const EmbedContext& context, const Resource& resource) {
    Html facts = "<dl class=\"ct-facts\">\n" + fact(context, resource, "fact_kind", resource.kind_label);
    for (const auto& date : resource.dates) {
        facts += fact(context, resource, "fact_" + std::string(word(date.role)), date.label);
    }
    if (resource.duration) facts += fact(context, resource, "fact_length", resource.duration->label);
    return facts + "</dl>\n";
}

Html mark_words(const EmbedContext& context, const Resource& resource, CurrencyState state) {
    const auto* regulation = context.view.regulation(resource.regulation);
    if (state == CurrencyState::undetermined) return context.words("mark_undetermined");
    if (!regulation) return context.words("mark_predates");
    return context.words("mark_predates_rule", {{"rule", context.text(regulation->short_title, regulation->language)}});
}

// What no rule is said to bear on is in no doubt: that there is nothing to measure it by is no fault of the resource's.
// A person's finding, and that it is older than a rule of its own, are said all the same.
bool is_measured(const EmbedContext& context, const Resource& resource, const domain::Currency& currency) {
    if (currency.state != CurrencyState::undetermined || currency.review) return true;
    return context.view.regulation(resource.regulation) && context.view.regulation(context.toolkit.regulation);
}

Html mark_of(const EmbedContext& context, const Resource& resource) {
    const auto currency = context.view.currency(resource);
    if (currency.state == CurrencyState::current || !is_measured(context, resource, currency)) return {};
    return "<p class=\"ct-mark\" data-currency=\"" + std::string(word(currency.state)) + "\"><strong>" +
           mark_words(context, resource, currency.state) + "</strong> " +
           escape_html(reason_text(currency, context.language())) + "</p>\n";
}

Html missing_address(const EmbedContext& context, const Resource& resource) {
    if (resource.href) return {};
    const Html page = context.original_page(context.toolkit.canonical_url);
    return "<p class=\"ct-missing\">" + context.words("missing_resource", {{"page", page}}) + "</p>\n";
}

Html resource_item(const EmbedContext& context, const Resource& resource) {
    return "<li class=\"ct-resource\" id=\"" + context.id("resource-" + resource.id) + "\">\n" +
           line_of(context, resource) + mark_of(context, resource) + facts_of(context, resource) +
           missing_address(context, resource) + "</li>\n";
}

Html resource_list(const EmbedContext& context) {
    const auto resources = context.view.resources(context.toolkit);
    if (resources.empty()) return {};
    Html list = "<ul class=\"ct-resources\">\n";
    for (const auto* resource : resources) list += resource_item(context, *resource);
    return list + "</ul>\n";
}

Html opened(const EmbedContext& context, std::string_view id) {
    return "<section class=\"ct-section\" id=\"" + context.id(id) + "\">\n";
}

}  // namespace

Html section_part(const EmbedContext& context, const domain::Section& section) {
    const bool lists = section.follows == domain::Follows::resources;
    return opened(context, "section-" + section.id) +
           context.heading_of(escape_html(section.title), lang_attribute(section.language, context.language())) +
           context.prose(section.text, section.language) +
           context.missing_links(section.text.links, section.language, context.toolkit.canonical_url) +
           context.supplied_links(section.text.links, section.language) + (lists ? resource_list(context) : Html()) +
           "</section>\n";
}

Html resources_part(const EmbedContext& context) {
    const Html list = resource_list(context);
    if (list.empty()) return {};
    return opened(context, "resources") + context.heading_of(context.words("resources_heading")) + list +
           "</section>\n";
}

}  // namespace toolkitd::render
