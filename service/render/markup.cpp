#include "render/markup.h"

#include <algorithm>
#include <vector>

#include "render/listing.h"
#include "render/values.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

constexpr std::string_view kLink = "<a href=\"";
constexpr int kSmallestHeading = 6;

// All that stands in a link's tag before its address.
Html opened_link(std::string_view href, EmbedForm form) {
    const bool to_a_page = href.starts_with("http");
    const bool leaves_the_frame = to_a_page && form == EmbedForm::page;
    return Html("<a rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\"") +
           (leaves_the_frame ? " target=\"_blank\"" : "") + " href=\"";
}

// The level of a tag such as "<h3>" or "</h3>"; 0 for any other.
int heading_level(std::string_view tag) {
    const std::string_view name = tag.substr(tag.starts_with("</") ? 2 : 1);
    return name.size() == 3 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// Headings of a text as they come, each a level below the one that it stands under.
class Headings {
public:
    explicit Headings(int first) : first_(first) {}

    int place(int level) {
        while (!above_.empty() && above_.back() >= level) above_.pop_back();
        above_.push_back(level);
        return current();
    }

    int current() const { return std::min(first_ + static_cast<int>(above_.size()) - 1, kSmallestHeading); }

private:
    int first_;
    std::vector<int> above_;  // and the last one itself, in the levels of the text
};

Html fitted_tag(std::string_view tag, EmbedForm form, Headings& headings) {
    if (tag.starts_with(kLink)) {
        const std::string_view rest = tag.substr(kLink.size());
        return opened_link(rest, form).append(rest);
    }
    const int level = heading_level(tag);
    if (level == 0) return Html(tag);
    if (tag.starts_with("</")) return "</h" + std::to_string(headings.current()) + ">";
    return "<h" + std::to_string(headings.place(level)) + ">";
}

}  // namespace

Html link(std::string_view href, const Html& words, EmbedForm form) {
    return opened_link(href, form) + escape_html(href) + "\">" + words + "</a>";
}

Html fitted(std::string_view html, EmbedForm form, int level) {
    Headings headings(level);
    Html out;
    out.reserve(html.size() + html.size() / 4);
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());  // in texts and attributes it is escaped, as `>` is
        out.append(html.substr(0, tag));
        html.remove_prefix(tag);
        const auto end = std::min(html.find('>'), html.size() - 1) + 1;
        if (!html.empty()) out.append(fitted_tag(html.substr(0, end), form, headings));
        html.remove_prefix(std::min(end, html.size()));
    }
    return out;
}

std::string lang_attribute(std::string_view language, Language among) {
    return language == tag_of(among) ? std::string() : " lang=\"" + escape_html(language) + "\"";
}

Html text_in(std::string_view text, std::string_view language, Language among) {
    const auto attribute = lang_attribute(language, among);
    return attribute.empty() ? escape_html(text) : "<span" + attribute + ">" + escape_html(text) + "</span>";
}

Html written_day(std::chrono::year_month_day day, Language language) {
    return "<time datetime=\"" + iso_day(day) + "\">" + long_date(day, language) + "</time>";
}

}  // namespace toolkitd::render
