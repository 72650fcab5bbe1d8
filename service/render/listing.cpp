#include "render/listing.h"

#include <algorithm>

namespace toolkitd::render {
namespace {

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

// Where a line has a character that makes a heading, a list, a rule or a code block of it; its end where there is none.
std::size_t block_mark(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == line.size()) return digits;
    return is_one_of(line[digits], digits == 0 ? "#+-~" : ".)") ? digits : line.size();
}

// A backslash before every ASCII punctuation that CommonMark could take for markup.
std::string escape_markdown(std::string_view line) {
    const std::size_t mark = block_mark(line);
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == mark || is_one_of(line[i], "\\`*_[]<>&")) out.push_back('\\');
        out.push_back(line[i]);
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
