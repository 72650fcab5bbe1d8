#include "render/embed.h"

#include <string_view>
#include <utility>

#include "render/embed_section.h"
#include "render/embed_status.h"
#include "render/embed_terms.h"
#include "render/embed_withdrawn.h"
#include "render/feed.h"
#include "render/linked_data.h"
#include "render/listing.h"
#include "render/oembed.h"
#include "render/problem.h"

namespace toolkitd::render {
namespace {

using domain::Toolkit;

constexpr std::string_view kIcon = "icon.svg";
constexpr std::string_view kNeutralPage =
    "https://www.weather.gov/";  // where the quick exit leads, as in web/embed/v1.js

// The parts of a toolkit in one form, language and level of heading, of which every variant is put together.
struct Parts {
    Html before;  // the sections
    std::vector<std::pair<std::string_view, Html>> sections;
    Html resources;  // that no section lists
    Html behind;

    Html of(std::string_view section) const {
        Html chosen = before;
        for (const auto& [id, html] : sections) {
            if (section.empty() || id == section) chosen += html;
        }
        return chosen + (section.empty() ? resources : Html()) + behind;
    }
};

Html opened(const EmbedContext& context) {
    const auto* status = context.view.status(context.toolkit.regulation);
    return "<div class=\"cast-toolkit\" lang=\"" + std::string(tag_of(context.language())) + "\" data-toolkit=\"" +
           context.toolkit.id + "\" data-status=\"" + std::string(status ? word(status->kind) : "") + "\">\n";
}

// Of a toolkit that was withdrawn: the way to help, and that it was.
Parts parts_of_withdrawn(const EmbedContext& context) {
    Parts parts;
    parts.before = opened(context) + redirect_part(context) + rehearsal_part(context) + withdrawn_part(context);
    parts.behind = rights_part(context);
    return parts;
}

Parts parts_of(const EmbedContext& context) {
    if (context.view.is_withdrawn(context.toolkit)) return parts_of_withdrawn(context);
    Parts parts;
    parts.before = opened(context) + redirect_part(context) + rehearsal_part(context) + status_part(context);
    bool lists = false;
    for (const auto* section : context.view.sections(context.toolkit)) {
        lists = lists || section->follows == domain::Follows::resources;
        parts.sections.emplace_back(section->id, section_part(context, *section));
    }
    if (!lists) parts.resources = resources_part(context);
    parts.behind = rights_part(context);
    return parts;
}

std::string fragment_ending(const Page& page, const Ending& ending) { return validity_line(page, ending) + "</div>\n"; }

std::string page_ending(const Page& page, const Ending& ending) {
    return fragment_ending(page, ending) + "</main>\n</body>\n</html>\n";
}

// Style and script stand in the page, and the policy names their hashes: in a sandboxed frame `'self'` matches nothing
// in WebKit, and elsewhere only the host name that the page was opened with.
Html assets(const EmbedContext& context) {
    const auto& options = context.view.options();
    Html elements;
    if (options.assets.contains(kIcon)) {
        const auto path = embed_path(context.form, context.toolkit.id);
        elements.append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
        elements.append(escape_html(context.view.asset_url(kIcon, path))).append("\">\n");
    }
    if (!options.embed_style.empty()) elements.append("<style>").append(options.embed_style).append("</style>\n");
    if (options.embed_script.empty()) return elements;
    return elements.append("<script type=\"module\">").append(options.embed_script).append("</script>\n");
}

// What oEmbed is asked about for this choice; empty where links are no whole addresses. The language of a reader who
// names none is left to be chosen anew for whoever sees the frame.
std::string oembed_address(const EmbedContext& context, EmbedChoice choice) {
    if (context.view.options().public_url.empty()) return {};
    choice.heading = EmbedChoice{}.heading;
    std::string path = chosen_path(embed_path(EmbedForm::page, context.toolkit.id), EmbedForm::page, choice);
    if (context.language() != kUsualLanguage) {
        path.append(path.find('?') == std::string::npos ? "?" : "&").append("lang=").append(tag_of(context.language()));
    }
    return context.view.url(path);
}

// The feed, and what consumers of oEmbed look for.
Html alternates(const EmbedContext& context, const EmbedChoice& choice) {
    const View& view = context.view;
    return "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" +
           escape_html(feed_url(view, &context.toolkit, "atom", view.language())) + "\">\n" +
           oembed_link_elements(view.options().public_url, oembed_address(context, choice));
}

std::string_view color_scheme(std::string_view theme) { return theme == "auto" ? "light dark" : theme; }

Html about_the_page(const EmbedContext& context) {
    const auto& publisher = context.view.catalogue().publisher;
    Html tabs = context.words("links_open_tabs");
    if (context.toolkit.language == tag_of(context.language())) return tabs;
    return context.words("not_translated", {{"publisher", context.text(publisher.name, publisher.language)}}) + " " +
           tabs;
}

Html exit_part(const EmbedContext& context) {
    const Html words = context.words("exit");
    return "<nav class=\"ct-exit\" aria-label=\"" + words + "\">" + context.link_to(kNeutralPage, words) + "</nav>\n";
}

// That the page does not renew itself without scripts, and what the script puts in the place of a status that
// is over.
Html around_the_toolkit(const EmbedContext& context) {
    const Html publishers = context.original_page(context.toolkit.canonical_url);
    return "<noscript>\n<p class=\"ct-about\">" + context.words("no_scripts") +
           "</p>\n</noscript>\n<template>\n<div class=\"ct-unconfirmed\">\n<p>" +
           context.words("unconfirmed", {{"page", publishers}}) + "</p>\n</div>\n</template>\n";
}

// All of a page but its toolkit, up to where that begins.
Html head(const EmbedContext& context, const EmbedChoice& choice, std::string_view linked_data) {
    const auto& toolkit = context.toolkit;
    const auto lang = lang_attribute(toolkit.language, context.language());
    const auto& publisher = context.view.catalogue().publisher;
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(tag_of(context.language())) + "\" class=\"theme-" +
           std::string(choice.theme) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"" +
           std::string(color_scheme(choice.theme)) + "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title" +
           lang + ">" + escape_html(toolkit.title) + " – " + escape_html(publisher.name) + "</title>\n" +
           assets(context) + Html(linked_data) +
           (context.view.is_withdrawn(toolkit) ? Html() : alternates(context, choice)) +
           "<link rel=\"canonical\" href=\"" + escape_html(toolkit.canonical_url) + "\">\n</head>\n<body>\n" +
           exit_part(context) + "<header>\n<p class=\"ct-publisher\"" +
           lang_attribute(publisher.language, context.language()) + ">" + escape_html(publisher.full_name) +
           "</p>\n<h1" + lang + ">" + escape_html(toolkit.title) + "</h1>\n<p class=\"ct-about\">" +
           about_the_page(context) + "</p>\n" + around_the_toolkit(context) + "</header>\n<main>\n";
}

Page page_with(const EmbedContext& context, const EmbedChoice& choice, Html body) {
    Page page;
    const auto path = embed_path(context.form, context.toolkit.id);
    page.path = chosen_path(path, context.form, choice);
    if (context.view.is_withdrawn(context.toolkit)) {
        page.status = status_code(ProblemKind::gone);
    } else {
        page.canonical = context.toolkit.canonical_url;
        page.oembed = oembed_address(context, choice);
    }
    page.language = context.toolkit.language;
    body.shrink_to_fit();
    page.body = std::make_shared<const std::string>(std::move(body));
    page.media_type = "text/html; charset=utf-8";
    page.kind = Kind::embed;
    page.words = context.language();
    page.ending = context.form == EmbedForm::fragment ? fragment_ending : page_ending;
    if (page.path != path) return page;
    for (const auto& former : context.toolkit.former_ids) {
        page.former_paths.push_back(embed_path(context.form, former));
    }
    return page;
}

// Calls `make` for all sections together and for each alone.
template <typename Make>
void each_choice_of_sections(const Parts& parts, const Make& make) {
    make(std::string_view());
    for (const auto& [id, html] : parts.sections) make(id);
}

void add_pages(const View& view, const Toolkit& toolkit, std::vector<Page>& pages) {
    const EmbedContext context{view, toolkit, EmbedForm::page};
    const Parts parts = parts_of(context);
    const auto linked_data = view.is_withdrawn(toolkit) ? std::string() : linked_data_block(view, toolkit);
    for (const auto theme : themes()) {
        each_choice_of_sections(parts, [&](std::string_view section) {
            const EmbedChoice choice{.sections = section, .theme = theme};
            // The whole toolkit is not what a section shows.
            const auto data = section.empty() ? std::string_view(linked_data) : std::string_view();
            pages.push_back(page_with(context, choice, head(context, choice, data) + parts.of(section)));
        });
    }
}

void add_fragments(const View& view, const Toolkit& toolkit, std::vector<Page>& pages) {
    for (const auto heading : headings()) {
        const EmbedContext context{view, toolkit, EmbedForm::fragment, heading.front() - '0'};
        const Parts parts = parts_of(context);
        each_choice_of_sections(parts, [&](std::string_view section) {
            pages.push_back(page_with(context, {.heading = heading, .sections = section}, parts.of(section)));
        });
    }
}

}  // namespace

std::vector<Page> embed_pages(const View& view) {
    std::vector<Page> pages;
    for (const auto& toolkit : view.catalogue().toolkits) {
        if (!toolkit.window.holds(view.instant()) && !view.is_withdrawn(toolkit)) continue;
        add_pages(view, toolkit, pages);
        add_fragments(view, toolkit, pages);
    }
    return pages;
}

}  // namespace toolkitd::render
