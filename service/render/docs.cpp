#include "render/docs.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <memory>
#include <string>

#include "base/instant.h"
#include "render/listing.h"
#include "render/template_text.h"

namespace toolkitd::render {
namespace {

// In samples, where the operator has not said what the service's address is; the page's script puts it in.
constexpr const char* kPlaceholder = "https://toolkits.example";
constexpr const char* kReferenceScript = "swagger-ui-bundle.js";

std::string attribute(const std::optional<base::Instant>& instant) { return instant ? base::rfc3339(*instant) : ""; }

std::string html_ending(const Page&, const Ending& ending) {
    return "<footer class=\"colophon\" data-valid-from=\"" + attribute(ending.validity.from) +
           "\" data-valid-until=\"" + attribute(ending.validity.until) + "\">Content revision <code>" +
           std::string(ending.content_revision) + "</code></footer>\n</body>\n</html>\n";
}

using Arguments = fmt::dynamic_format_arg_store<fmt::format_context>;

void put_asset(Arguments& arguments, const View& view, const char* name, std::string_view file) {
    const bool is_there = view.options().assets.contains(file);
    arguments.push_back(fmt::arg(name, is_there ? escape_html(view.asset_url(file)) : std::string()));
}

Arguments common(const View& view) {
    const std::string& public_url = view.options().public_url;
    Arguments arguments;
    arguments.push_back(fmt::arg("service", escape_html(public_url.empty() ? kPlaceholder : public_url)));
    arguments.push_back(fmt::arg("root", escape_html(public_url)));
    put_asset(arguments, view, "style", "docs.css");
    put_asset(arguments, view, "script", "docs.js");
    put_asset(arguments, view, "icon", "icon.svg");
    return arguments;
}

Page made(const View& view, std::string path, const std::string& name, const Arguments& arguments) {
    Page page;
    page.canonical = view.url(path);
    page.path = std::move(path);
    page.language = tag_of(kUsualLanguage);
    page.body = std::make_shared<const std::string>(fmt::vformat(template_text(name), arguments));
    page.media_type = "text/html; charset=utf-8";
    page.kind = Kind::page;
    page.words = view.language();
    page.ending = html_ending;
    return page;
}

Page reference_page(const View& view) {
    const bool is_there = view.options().assets.contains(kReferenceScript);
    Arguments arguments = common(view);
    put_asset(arguments, view, "swagger_script", kReferenceScript);
    put_asset(arguments, view, "swagger_style", "swagger-ui.css");
    put_asset(arguments, view, "reference_script", "reference.js");
    return made(view, "/docs", is_there ? "reference" : "no_reference", arguments);
}

std::string toolkit_list(const std::vector<const domain::Toolkit*>& toolkits) {
    std::string items;
    for (const auto* toolkit : toolkits) {
        items += "<li><code>" + escape_html(toolkit->id) + "</code> " + escape_html(toolkit->title) + "</li>\n";
    }
    return items;
}

// What WordPress is told names the service's address, so there is nothing to tell where the operator has not said it.
std::string oembed_preview(const std::string& public_url, const std::string& toolkit) {
    if (public_url.empty()) {
        return "<p class=\"preview-label\">The endpoint answers once the service knows its own address: the setting "
               "<code>public_url</code>.</p>\n";
    }
    const auto address = escape_html(public_url + "/oembed?url=" + public_url + "/embed/" + toolkit);
    return "<p class=\"preview-label\">What WordPress is given, live:</p>\n<pre class=\"answer\"><code data-answer=\"" +
           address + "\">Shown here when JavaScript is on.</code></pre>\n";
}

Page embedding_page(const View& view) {
    const auto toolkits = view.toolkits();
    Arguments arguments = common(view);
    put_asset(arguments, view, "element", "v1.js");
    arguments.push_back(fmt::arg("toolkits", toolkit_list(toolkits)));
    if (toolkits.empty()) return made(view, "/docs/embedding", "no_toolkit", arguments);
    arguments.push_back(fmt::arg("oembed", oembed_preview(view.options().public_url, toolkits.front()->id)));
    arguments.push_back(fmt::arg("toolkit", escape_html(toolkits.front()->id)));
    arguments.push_back(fmt::arg("canonical", escape_html(toolkits.front()->canonical_url)));
    arguments.push_back(fmt::arg("publisher", escape_html(view.catalogue().publisher.name)));
    arguments.push_back(fmt::arg("title", escape_html(toolkits.front()->title)));
    return made(view, "/docs/embedding", "embedding", arguments);
}

}  // namespace

std::vector<Page> docs_pages(const View& view) { return {reference_page(view), embedding_page(view)}; }

}  // namespace toolkitd::render
