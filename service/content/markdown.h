// The text of a content file, from Markdown to the forms in which it is served. The only user of cmark.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/report.h"
#include "domain/text.h"

namespace toolkitd::content {

// A link as the front matter declares it.
struct LinkTarget {
    std::string id;
    std::optional<std::string> href;
    Mark mark;
    domain::Provenance provenance = domain::Provenance::publisher;
};

struct Prose {
    std::string_view body;
    int first_line = 0;  // of the body in its file
    std::vector<LinkTarget> targets;
    std::string_view supplied_title{};  // of a link in the publisher's words that the service supplied
    domain::Provenance provenance = domain::Provenance::publisher;  // of the words, and of links that name no other
};

// Links become what their declaration says: a link, or plain words where no address is known. One that the service
// supplied to the publisher's words says so in its title. Everything that could
// harm or break a page that shows the text (raw HTML, images, large headings, other addresses than web, mail and
// telephone) is a fault in the report, as is a link that leads nowhere, and what looks like Markdown and is none. A
// text that is too deep, or would become too large, is a fault, and empty. Throws nothing.
domain::Text render_prose(const Prose& prose, const Report& report);

}  // namespace toolkitd::content
