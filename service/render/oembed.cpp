#include "render/oembed.h"

#include <nlohmann/json.hpp>
#include <set>

#include "render/embed_choice.h"
#include "render/json.h"
#include "render/listing.h"
#include "render/web_address.h"
#include "render/xml.h"

namespace toolkitd::render {
namespace {

using domain::Toolkit;
using Members = std::vector<std::pair<const char*, std::string>>;

// U+FFFF, which no content holds, and a letter stand for numbers.
constexpr std::string_view kMark = "\xEF\xBF\xBF";
constexpr std::string_view kWidth = "\xEF\xBF\xBFw";
constexpr std::string_view kHeight = "\xEF\xBF\xBFh";
constexpr std::string_view kCacheAge =
    "\xEF\xBF\xBF"
    "c";

// The frame alone. Nothing that depends on the instant: consumers keep this for as long as they please.
std::string frame(const View& view, const Toolkit& toolkit) {
    const std::string title = escape_html(toolkit.title);
    const auto attribute = [](std::string_view name, std::string_view value) {
        return " " + std::string(name) + "=\"" + std::string(value) + "\"";
    };
    return "<iframe" + attribute("src", escape_html(view.url(embed_path(EmbedForm::page, toolkit.id)))) +
           attribute("title", title) + attribute("width", kWidth) + attribute("height", kHeight) +
           attribute("loading", "lazy") + attribute("referrerpolicy", "no-referrer") +
           attribute("sandbox", "allow-popups allow-popups-to-escape-sandbox") + attribute("frameborder", "0") +
           "></iframe>";
}

Members members(const View& view, const Toolkit& toolkit) {
    const auto& publisher = view.catalogue().publisher;
    Members all{{"type", "rich"}, {"version", "1.0"}, {"title", toolkit.title}, {"author_name", publisher.full_name}};
    if (publisher.url) all.emplace_back("author_url", *publisher.url);
    all.emplace_back("provider_name", "toolkitd");
    all.emplace_back("provider_url", view.url(""));
    all.emplace_back("html", frame(view, toolkit));
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
    std::string written = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>";
    for (const auto& [name, text] : members) written += xml_element(name, text);
    written += xml_element("width", kWidth) + xml_element("height", kHeight) + xml_element("cache_age", kCacheAge);
    return written + "</oembed>\n";
}

std::string no_ending(const Page& /*page*/, const Ending& /*ending*/) { return {}; }

std::set<std::string> addresses_of(const View& view, const Toolkit& toolkit) {
    std::set<std::string> addresses{toolkit.canonical_url, view.url(embed_path(EmbedForm::page, toolkit.id))};
    std::vector<std::string> ids = toolkit.former_ids;
    ids.push_back(toolkit.id);
    for (const auto& id : ids) {
        addresses.insert(view.url("/toolkits/" + id));
        addresses.insert(view.url("/v1/toolkits/" + id));
    }
    return addresses;
}

std::string answer_url(const std::string& public_url, std::string_view address, std::string_view format) {
    return public_url + std::string(kOembed) + "?url=" + percent_encoded(address) + "&format=" + std::string(format);
}

std::string_view link_type(std::string_view format) {
    return format == "xml" ? "text/xml+oembed" : "application/json+oembed";
}

}  // namespace

std::string oembed_path(std::string_view format, std::string_view address) {
    return std::string(kOembed) + "?format=" + std::string(format) + "&url=" + comparable_address(address);
}

std::vector<Page> oembed_pages(const View& view) {
    std::vector<Page> pages;
    std::set<std::string> taken;  // several toolkits may have one page of the publisher's
    for (const auto* toolkit : view.toolkits()) {
        if (view.options().public_url.empty() || !view.options().embeds) break;
        const Members all = members(view, *toolkit);
        for (const auto format : kOembedFormats) {
            Page page;
            page.body = std::make_shared<const std::string>(format == "xml" ? as_xml(all) : as_json(all));
            page.media_type = format == "xml" ? "text/xml; charset=utf-8" : "application/json";
            page.language = toolkit->language;
            page.words = view.language();
            page.ending = no_ending;
            for (const auto& address : addresses_of(view, *toolkit)) {
                page.path = oembed_path(format, address);
                if (taken.insert(page.path).second) pages.push_back(page);
            }
        }
    }
    return pages;
}

std::string with_numbers(std::string_view body, const FrameSize& size, std::chrono::seconds cache_age) {
    std::string filled;
    for (auto at = body.find(kMark); at != std::string_view::npos; at = body.find(kMark)) {
        const char which = body[at + kMark.size()];
        const auto number = which == 'w' ? size.width : which == 'h' ? size.height : cache_age.count();
        filled.append(body.substr(0, at)).append(std::to_string(number));
        body.remove_prefix(at + kMark.size() + 1);
    }
    return filled.append(body);
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
