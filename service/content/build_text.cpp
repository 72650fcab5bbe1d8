#include <algorithm>

#include "content/build.h"
#include "content/escaped.h"
#include "content/fields.h"
#include "content/markdown.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kBlank = " \t\n";

std::vector<LinkTarget> read_targets(const Fields& fields) {
    std::vector<LinkTarget> targets;
    const auto links = fields.group("links");
    if (!links) return targets;
    for (const auto& link : links->node().children) {
        if (!is_id(link.key)) {
            fields.report().add(Rule::bad_id, link.key_mark,
                                "`" + link.key +
                                    "` cannot be the name of a link; use lower-case letters and digits, "
                                    "with single hyphens between");
        } else {
            targets.push_back({link.key, links->address(link.key), link.key_mark});
        }
    }
    return targets;
}

}  // namespace

domain::Text build_text(const Item& item, bool required, const Report& report) {
    const Fields fields(item.front_matter, report);
    auto text = render_prose({item.body(), item.body_line, read_targets(fields)}, report);
    if (required && is_blank(item.body().find('&') == std::string_view::npos ? item.body() : text.plain)) {
        report.add(Rule::no_text, {item.body_line, 1}, "the text is missing; write it below the front matter");
    }
    return text;
}

void expect_no_text(const Item& item, const Report& report) {
    const auto first = item.body().find_first_not_of(kBlank);
    if (first == std::string_view::npos) return;
    report.add(Rule::unexpected_text, item.file.mark_at(item.body_offset + first),
               "this kind of file has no text below its front matter; take it away, or put it where it is shown");
}

std::vector<domain::Revision> read_revisions(const Fields& fields, const Days& days) {
    std::vector<domain::Revision> revisions;
    for (const auto& entry : fields.entries("revisions")) {
        const auto day = entry.day("on");
        if (day) revisions.push_back({*day, days.start_of(*day), entry.text("note")});
    }
    return revisions;
}

}  // namespace toolkitd::content
