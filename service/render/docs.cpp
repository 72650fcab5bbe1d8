#include "render/docs.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>

#include "base/instant.h"
#include "render/listing.h"
#include "render/paths.h"
#include "render/samples.h"
#include "render/template_text.h"

namespace toolkitd::render {
namespace {

// In samples, where the operator has not said what the service's address is; the page's script puts it in.
constexpr const char* kPlaceholder = "https://toolkits.example";
constexpr std::string_view kViewer = "swagger-ui-bundle.js";
constexpr std::string_view kReference = "API reference";
constexpr std::string_view kEmbedding = "Embed a toolkit";

std::string attribute(const std::optional<base::Instant>& instant) { return instant ? base::rfc3339(*instant) : ""; }

std::string html_ending(const Page&, const Ending& ending) {
    return "<footer class=\"colophon\" data-valid-from=\"" + attribute(ending.validity.from) +
           "\" data-valid-until=\"" + attribute(ending.validity.until) + "\">Content revision <code>" +
           std::string(ending.content_revision) + "</code></footer>\n</body>\n</html>\n";
}

using Arguments = fmt::dynamic_format_arg_store<fmt::format_context>;

// How a page begins.
struct Start {
    std::string_view path;
    std::string_view name;
    std::string own;  // elements of its head
    bool is_reference = false;
};

// Empty where it is not there.
std::string address_of(const View& view, std::string_view file, std::string_view path) {
    return view.options().assets.contains(file) ? escape_html(view.asset_url(file, path)) : std::string();
}

std::string script(const View& view, std::string_view file, std::string_view path, std::string_view how) {
    return "<script src=\"" + address_of(view, file, path) + "\" " + std::string(how) + "></script>\n";
}

std::string service_address(const View& view) { return view.own_url().empty() ? kPlaceholder : view.own_url(); }

// What a page loads and links is named relative to it: it works under every host name that leads to the service.
Arguments common(const View& view, std::string_view path) {
    Arguments arguments;
    arguments.push_back(fmt::arg("service", escape_html(service_address(view))));
    arguments.push_back(fmt::arg("root", root_of(path)));
    return arguments;
}

std::string written(const View& view, const Start& start) {
    constexpr std::string_view kHere = " aria-current=\"page\"";
    Arguments arguments = common(view, start.path);
    arguments.push_back(fmt::arg("name", start.name));
    arguments.push_back(fmt::arg("own", start.own));
    arguments.push_back(fmt::arg("look", start.is_reference ? "reference" : "manual"));
    arguments.push_back(fmt::arg("style", address_of(view, "docs.css", start.path)));
    arguments.push_back(fmt::arg("icon", address_of(view, "icon.svg", start.path)));
    arguments.push_back(fmt::arg("at_reference", start.name == kReference ? kHere : ""));
    arguments.push_back(fmt::arg("at_embedding", start.name == kEmbedding ? kHere : ""));
    return fmt::vformat(template_text("start"), arguments);
}

Page made(const View& view, const Start& start, const std::string& name, const Arguments& arguments) {
    Page page;
    page.canonical = view.url(start.path);
    page.path = start.path;
    page.language = tag_of(kUsualLanguage);
    page.body =
        std::make_shared<const std::string>(written(view, start) + fmt::vformat(template_text(name), arguments));
    page.media_type = "text/html; charset=utf-8";
    page.kind = Kind::page;
    page.words = view.language();
    page.ending = html_ending;
    return page;
}

Page reference_page(const View& view) {
    constexpr std::string_view kPath = "/docs";
    const auto arguments = common(view, kPath);
    const bool is_there = view.options().assets.contains(kViewer);
    if (!is_there) return made(view, {kPath, kReference, {}}, "no_reference", arguments);
    const auto own = "<link rel=\"stylesheet\" href=\"" + address_of(view, "swagger-ui.css", kPath) + "\">\n" +
                     script(view, kViewer, kPath, "defer") + script(view, "reference.js", kPath, "type=\"module\"");
    return made(view, {kPath, kReference, own, true}, "reference", arguments);
}

std::string toolkit_list(const std::vector<const domain::Toolkit*>& toolkits) {
    std::string items;
    for (const auto* toolkit : toolkits) {
        items += "<li><code>" + escape_html(toolkit->id) + "</code> " + escape_html(toolkit->title) + "</li>\n";
    }
    return items;
}

// What WordPress is told names the service's address, so there is nothing to tell where that is not known.
std::string oembed_preview(const View& view, std::string_view path, const std::string& toolkit) {
    if (view.own_url().empty()) {
        return "<p class=\"preview-label\">The endpoint answers once the service knows its own address: the setting "
               "<code>public_url</code>.</p>\n";
    }
    const auto address = escape_html(root_of(path) + "/oembed?url=" + view.own_url() + "/embed/" + toolkit);
    return "<p class=\"preview-label\">What WordPress is given, live:</p>\n<pre class=\"answer\"><code data-answer=\"" +
           address + "\">Shown here when JavaScript is on.</code></pre>\n";
}

void add_samples(const View& view, const domain::Toolkit& toolkit, Arguments& arguments) {
    static constexpr std::array kSamples{"php",   "node",    "shell",     "ssi_server",        "ssi_page",
                                         "frame", "element", "wordpress", "drupal_preprocess", "drupal_lifetime"};
    for (const char* name : kSamples) {
        arguments.push_back(fmt::arg(name, shown_sample(name, view, toolkit, service_address(view))));
    }
}

Page embedding_page(const View& view) {
    constexpr std::string_view kPath = "/docs/embedding";
    const auto toolkits = view.toolkits();
    Arguments arguments = common(view, kPath);
    if (!view.options().embeds) return made(view, {kPath, kEmbedding, {}}, "no_embeds", arguments);
    if (toolkits.empty()) return made(view, {kPath, kEmbedding, {}}, "no_toolkit", arguments);
    arguments.push_back(fmt::arg("toolkits", toolkit_list(toolkits)));
    arguments.push_back(fmt::arg("oembed", oembed_preview(view, kPath, toolkits.front()->id)));
    arguments.push_back(fmt::arg("toolkit", escape_html(toolkits.front()->id)));
    add_samples(view, *toolkits.front(), arguments);
    arguments.push_back(fmt::arg("title", escape_html(toolkits.front()->title)));
    const auto own =
        script(view, "docs.js", kPath, "type=\"module\"") + script(view, "v1.js", kPath, "type=\"module\"");
    return made(view, {kPath, kEmbedding, own}, "embedding", arguments);
}

}  // namespace

std::vector<Page> docs_pages(const View& view) { return {reference_page(view), embedding_page(view)}; }

}  // namespace toolkitd::render
