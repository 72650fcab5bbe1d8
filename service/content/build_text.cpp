#include <algorithm>
#include <set>

#include "content/build.h"
#include "content/escaped.h"
#include "content/fields.h"
#include "content/markdown.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kBlank = " \t\n";

using domain::Provenance;

// Reported where the link that is named has no address: there is nothing that the service could have supplied.
std::set<std::string> read_supplied(const Fields& fields, const std::optional<Fields>& links) {
    std::set<std::string> supplied;
    const Node* list = fields.node().find("supplied_links");
    if (list == nullptr) return supplied;
    for (const auto& entry : list->children) {
        if (links && links->scalar(entry.scalar) != nullptr) {
            supplied.insert(entry.scalar);
            continue;
        }
        fields.report().add(Rule::unknown_reference, entry.mark,
                            "`" + entry.scalar +
                                "` is not the name of a link with an address under `links`; name one that is, or take "
                                "it away here");
    }
    return supplied;
}

std::vector<LinkTarget> read_targets(const Fields& fields, Provenance provenance) {
    std::vector<LinkTarget> targets;
    const auto links = fields.group("links");
    const auto supplied = read_supplied(fields, links);
    if (!links) return targets;
    for (const auto& link : links->node().children) {
        if (!is_id(link.key)) {
            fields.report().add(Rule::bad_id, link.key_mark,
                                "`" + link.key +
                                    "` cannot be the name of a link; use lower-case letters and digits, "
                                    "with single hyphens between");
        } else {
            targets.push_back({link.key, links->address(link.key), link.key_mark,
                               supplied.contains(link.key) ? Provenance::service : provenance});
        }
    }
    return targets;
}

// Whose words a file's text is in: the publisher's, but for what says otherwise.
Provenance provenance_of(const Item& item, const Fields& fields) {
    if (item.location.kind == FileKind::translation) return Provenance::service;
    return domain::from_word<Provenance>(fields.text("provenance")).value_or(Provenance::publisher);
}

// In the language of the text, where that is one of the service's.
std::string_view supplied_title(const Fields& fields) {
    return fields.text("language").starts_with("es") ? "Enlace añadido por este servicio"
                                                     : "Link added by this service";
}

}  // namespace

domain::Text build_text(const Item& item, bool required, const Report& report) {
    const Fields fields(item.front_matter, report);
    const auto provenance = provenance_of(item, fields);
    auto text = render_prose(
        {item.body(), item.body_line, read_targets(fields, provenance), supplied_title(fields), provenance}, report);
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
