#include "render/oembed.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/embed_choice.h"
#include "render/json.h"
#include "render/listing.h"
#include "render/markup.h"
#include "render/messages.h"
#include "render/rights.h"
#include "render/web_address.h"
#include "render/xml.h"

namespace toolkitd::render {
namespace {

using domain::Toolkit;
using Members = std::vector<std::pair<const char*, std::string>>;

// U+FFFF, which no content holds, and a letter stand for what a request decides.
constexpr std::string_view kMark = "\xEF\xBF\xBF";
constexpr std::string_view kWidth = "\xEF\xBF\xBFw";
constexpr std::string_view kHeight = "\xEF\xBF\xBFh";
constexpr std::string_view kQuery = "\xEF\xBF\xBFq";
constexpr std::string_view kCacheAge =
    "\xEF\xBF\xBF"
    "c";
constexpr std::string_view kXmlDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n";

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

// WordPress shows it until the frame has spoken, by this class and in this place: a blockquote right before the frame.
Html fallback(const View& view, const Toolkit& toolkit) {
    const auto& catalogue = view.catalogue();
    const auto language = view.language();
    const auto& publisher = catalogue.publisher;
    const Html link = "<a" + lang_attribute(toolkit.language, language) +
                      attribute("href", escape_html(toolkit.canonical_url)) + ">" + escape_html(toolkit.title) + "</a>";
    Html words = message(language, "oembed.by",
                         {{"toolkit", link}, {"publisher", text_in(publisher.name, publisher.language, language)}});
    if (const auto& hotline = catalogue.audience.hotline) {
        const Html number =
            "<a" + attribute("href", telephone_address(*hotline)) + ">" + escape_html(hotline->number) + "</a>";
        words += " " + message(language, "oembed.hotline",
                               {{"number", number}, {"label", text_in(hotline->label, publisher.language, language)}});
    }
    return "<blockquote class=\"wp-embedded-content\"" + attribute("lang", tag_of(language)) + ">" + words +
           "</blockquote>";
}

// With scripts, for it renews itself and tells its height; with the class by which WordPress listens to it.
Html frame(const View& view, const Toolkit& toolkit) {
    const auto address = escape_html(view.own_url() + embed_path(EmbedForm::page, toolkit.id)).append(kQuery);
    return "<iframe class=\"wp-embedded-content\"" + attribute("src", address) +
           attribute("title", escape_html(toolkit.title)) + attribute("width", kWidth) + attribute("height", kHeight) +
           attribute("loading", "lazy") + attribute("referrerpolicy", "no-referrer") +
           attribute("sandbox",
                     "allow-scripts allow-popups allow-popups-to-escape-sandbox "
                     "allow-top-navigation-by-user-activation") +
           attribute("frameborder", "0") + "></iframe>";
}

// Nothing in it depends on the instant: consumers keep it for as long as they please.
Members members(const View& view, const Toolkit& toolkit) {
    const auto& publisher = view.catalogue().publisher;
    Members all{{"type", "rich"}, {"version", "1.0"}, {"title", toolkit.title}, {"author_name", publisher.full_name}};
    if (publisher.url) all.emplace_back("author_url", *publisher.url);
    all.emplace_back("provider_name", "toolkitd");
    all.emplace_back("provider_url", view.own_url());
    all.emplace_back("html", fallback(view, toolkit) + frame(view, toolkit));
    return all;
}

std::string as_json(const Members& members) {
    Json body = Json::object();
    for (const auto& [name, text] : members) body[name] = text;
    std::string written = body.dump();
    written.pop_back();
    written.append(",\"width\":").append(kWidth).append(",\"height\":").append(kHeight);
    return written.append(",\"cache_age\":").append(kCacheAge).append("}\n");
}

std::string as_xml(const Members& members) {
    std::string written(kXmlDeclaration);
    written += "<oembed>";
    for (const auto& [name, text] : members) written += xml_element(name, text);
    written += xml_element("width", kWidth) + xml_element("height", kHeight) + xml_element("cache_age", kCacheAge);
    return written + "</oembed>\n";
}

std::string no_ending(const Page& /*page*/, const Ending& /*ending*/) { return {}; }

// The names of this machine for itself lead to one service.
std::string with_one_loopback_name(std::string address) {
    for (const std::string_view name : {"localhost", "[::1]"}) {
        const bool is_host = address.starts_with(name) && (address.size() == name.size() ||
                                                           address[name.size()] == ':' || address[name.size()] == '/');
        if (is_host) return address.replace(0, name.size(), "127.0.0.1");
    }
    return address;
}

// The id in a path of ours that stands for a toolkit; empty where it does not.
std::string_view id_in(std::string_view path) {
    for (const std::string_view before : {"/embed/", "/toolkits/", "/v1/toolkits/"}) {
        if (path.starts_with(before)) return path.substr(before.size());
    }
    return {};
}

bool has_or_had(const Toolkit& toolkit, std::string_view id) {
    const auto& former = toolkit.former_ids;
    return toolkit.id == id || std::find(former.begin(), former.end(), id) != former.end();
}

std::string answer_url(const std::string& public_url, std::string_view address, std::string_view format) {
    return public_url + std::string(kOembed) + "?url=" + percent_encoded(address) + "&format=" + std::string(format);
}

std::string_view link_type(std::string_view format) {
    return format == "xml" ? "text/xml+oembed" : "application/json+oembed";
}

}  // namespace

std::string oembed_path(std::string_view format, std::string_view toolkit) {
    return std::string(kOembed) + "?format=" + std::string(format) + "&toolkit=" + std::string(toolkit);
}

std::vector<Page> oembed_pages(const View& view) {
    std::vector<Page> pages;
    if (view.own_url().empty() || !view.options().embeds) return pages;
    for (const auto* toolkit : view.toolkits()) {
        const Members all = members(view, *toolkit);
        for (const auto format : kOembedFormats) {
            Page page;
            page.path = oembed_path(format, toolkit->id);
            page.body = std::make_shared<const std::string>(format == "xml" ? as_xml(all) : as_json(all));
            page.media_type = format == "xml" ? "text/xml; charset=utf-8" : "application/json";
            page.language = toolkit->language;
            page.words = view.language();
            page.ending = no_ending;
            pages.push_back(std::move(page));
        }
    }
    return pages;
}

OembedSubject oembed_subject(const domain::Catalogue& catalogue, std::string_view own_url, std::string_view address) {
    OembedSubject subject;
    const auto wanted = with_one_loopback_name(comparable_address(address));
    const auto own = with_one_loopback_name(comparable_address(own_url));
    if (wanted.empty() || own.empty()) return subject;
    subject.is_ours = wanted.starts_with(own + "/");
    const auto id = subject.is_ours ? id_in(std::string_view(wanted).substr(own.size())) : std::string_view();
    for (const auto& toolkit : catalogue.toolkits) {
        const bool is_meant = id.empty() ? comparable_address(toolkit.canonical_url) == comparable_address(address)
                                         : has_or_had(toolkit, id);
        if (is_meant) subject.toolkits.push_back(&toolkit);
    }
    return subject;
}

std::string filled_in(std::string_view body, const OembedRequest& request) {
    const std::string query = escape_html(request.query);
    const auto value_of = [&](char mark) {
        if (mark == 'q') return body.starts_with(kXmlDeclaration) ? escape_html(query) : query;
        const auto number = mark == 'w'   ? request.size.width
                            : mark == 'h' ? request.size.height
                                          : request.cache_age.count();
        return std::to_string(number);
    };
    std::string filled;
    std::string_view rest = body;
    for (auto at = rest.find(kMark); at != std::string_view::npos; at = rest.find(kMark)) {
        filled.append(rest.substr(0, at)).append(value_of(rest[at + kMark.size()]));
        rest.remove_prefix(at + kMark.size() + 1);
    }
    return filled.append(rest);
}

std::string oembed_links(const std::string& public_url, std::string_view address) {
    if (public_url.empty()) return {};
    std::string links;
    for (const auto format : kOembedFormats) {
        links.append(links.empty() ? "<" : ", <").append(answer_url(public_url, address, format));
        links.append(">; rel=\"alternate\"; type=\"").append(link_type(format)).append("\"");
    }
    return links;
}

std::string oembed_link_elements(const std::string& public_url, std::string_view address) {
    if (public_url.empty()) return {};
    std::string elements;
    for (const auto format : kOembedFormats) {
        elements.append("<link rel=\"alternate\" type=\"").append(link_type(format)).append("\" href=\"");
        elements.append(escape_html(answer_url(public_url, address, format))).append("\">\n");
    }
    return elements;
}

}  // namespace toolkitd::render
