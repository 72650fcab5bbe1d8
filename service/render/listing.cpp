#include "render/listing.h"

namespace toolkitd::render {
namespace {

// A backslash before every ASCII punctuation that CommonMark could take for markup.
std::string escape_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>&").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

void part(std::string& text, std::string_view separator) {
    if (!text.empty()) text.append(separator);
}

std::string href_or_words(const domain::Resource& resource) {
    const std::string words = escape_html(resource.as_listed);
    return resource.href ? "<a href=\"" + escape_html(*resource.href) + "\">" + words + "</a>" : words;
}

std::string markdown_line(const domain::Resource& resource) {
    const std::string words = escape_markdown(resource.as_listed);
    return resource.href ? "[" + words + "](<" + *resource.href + ">)" : words;
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out.push_back(c);
        }
    }
    return out;
}

domain::Text with_listing(const domain::Text& text, const std::vector<const domain::Resource*>& resources) {
    if (resources.empty()) return text;
    domain::Text whole = text;
    part(whole.markdown, "\n\n");
    part(whole.html, "\n");
    part(whole.plain, "\n\n");
    whole.html += "<ul>\n";
    std::string_view newline;
    for (const auto* resource : resources) {
        whole.markdown.append(newline).append("- ").append(markdown_line(*resource));
        whole.html.append("<li>").append(href_or_words(*resource)).append("</li>\n");
        whole.plain.append(newline).append("  • ").append(resource->as_listed);
        newline = "\n";
    }
    whole.html += "</ul>";
    return whole;
}

}  // namespace toolkitd::render
