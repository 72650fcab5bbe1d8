#include "render/feed.h"
#include "render/listing.h"
#include "render/xml.h"

namespace toolkitd::render {
namespace {

// Names what is the service's own in its feeds, and nothing that could be fetched.
constexpr std::string_view kNamespace = "urn:uuid:6f1c2a0e-6d0b-8c57-9a37-3b5e1d2f4a90";

std::string in(std::string_view language) { return " xml:lang=\"" + escape_html(language) + "\""; }

std::string link(std::string_view relation, std::string_view type, std::string_view href,
                 std::string_view language = {}) {
    std::string element = "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\"";
    if (!language.empty()) element += " hreflang=\"" + std::string(language) + "\"";
    return element + " href=\"" + escape_html(href) + "\"/>";
}

// What the references in a feed are relative to, wherever it is read from (RFC 4287 section 2).
std::string xml_base(const View& view, const Feed& feed) {
    if (view.options().public_url.empty()) return {};
    return " xml:base=\"" + escape_html(view.url(feed_path(feed.scope, "atom"))) + "\"";
}

std::string links(const View& view, const Feed& feed) {
    const auto address = [&](std::string_view format, Language language) {
        return feed_url(view, feed.scope, format, language);
    };
    std::string all = link("self", "application/atom+xml", address("atom", view.language()));
    if (!feed.home.empty()) all += link("alternate", "text/html", feed.home);
    if (!feed.source.empty() && feed.source != feed.home) all += link("via", "text/html", feed.source);
    all += link("alternate", "application/feed+json", address("json", view.language()));
    for (const Language other : kLanguages) {
        if (other == view.language()) continue;
        all += link("alternate", "application/atom+xml", address("atom", other), tag_of(other));
    }
    return all + link("license", "application/json", view.url("/v1/rights"));
}

std::string entry(const FeedEntry& entry, const FeedNotice& notice) {
    const std::string at = base::rfc3339(entry.at);
    std::string element = "<entry>" + xml_element("id", entry.id) + xml_element("title", entry.title) +
                          xml_element("published", at) + xml_element("updated", at) + "<category term=\"" +
                          std::string(word(entry.told)) + "\"/>" + link("alternate", "text/html", entry.url) +
                          xml_element("content", feed_html(entry, notice), " type=\"html\"");
    if (entry.due) element += xml_element("t:planned_for", base::rfc3339(*entry.due));
    return element + "</entry>";
}

std::string ending(const Page& /*page*/, const Ending& ending) {
    const auto& [from, until] = ending.validity;
    return (from ? xml_element("t:valid_from", base::rfc3339(*from)) : "") +
           (until ? xml_element("t:valid_until", base::rfc3339(*until)) : "") +
           xml_element("t:content_revision", ending.content_revision) +
           xml_element("t:rehearsal", ending.rehearsal ? "true" : "false") + "</feed>\n";
}

}  // namespace

Page atom_feed(const View& view, const Feed& feed) {
    const auto& publishers = view.catalogue().publisher.language;
    std::string text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:t=\"";
    text.append(kNamespace).append("\"").append(xml_base(view, feed)).append(in(tag_of(view.language()))).append(">");
    text += xml_element("id", feed.id) + xml_element("title", feed.title) +
            xml_element("subtitle", feed.subtitle, in(publishers)) +
            xml_element("updated", base::rfc3339(feed.updated)) + "<author>" + xml_element("name", kFeedAuthor) +
            "</author>" + xml_element("generator", "toolkitd") +
            xml_element("rights", view.catalogue().rights.text.plain, in(publishers)) + links(view, feed);
    for (const auto& each : feed.entries) text += entry(each, feed.notice);
    Page page;
    page.path = feed_path(feed.scope, "atom");
    page.canonical = view.url(page.path);
    page.language = publishers;
    page.words = view.language();
    page.body = std::make_shared<const std::string>(std::move(text));
    page.media_type = "application/atom+xml";
    page.ending = ending;
    return page;
}

}  // namespace toolkitd::render
