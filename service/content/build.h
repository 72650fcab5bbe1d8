// From files that have been read to the catalogue's own types, one function for each kind of file.
//
// Each builds as much as can be built and reports what is wrong with single values; what has faults is never shown, as
// no catalogue is made then. Throw nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/fields.h"
#include "content/item.h"
#include "content/moments.h"
#include "domain/catalogue.h"

namespace toolkitd::content {

// What the publisher's file says for all others.
struct Defaults {
    std::string language;
    Days days;
};

// Without their revisions, whose days begin where the publisher is. No publisher when its time zone is not known.
std::optional<domain::Publisher> build_publisher(const Item& item, const Report& report);
domain::Rights build_rights(const Item& item, const Report& report);
domain::Audience build_audience(const Item& item, const Report& report);

// Nothing when its time zone is not known. Events are sorted by announcement.
std::optional<domain::Regulation> build_regulation(const Item& item, const Defaults& defaults, const Report& report);
domain::Notice build_notice(const Item& item, const Defaults& defaults, const Report& report);
domain::Translation build_translation(const Item& item, const Report& report);
domain::Resource build_resource(const Item& item, const Defaults& defaults, const Report& report);

// Without its sections.
domain::Toolkit build_toolkit(const Item& item, const Defaults& defaults, const Report& report);

// With what follows its own text: `survivor_redirect` or `rights`, as its front matter says.
domain::Section build_section(const Item& item, const Defaults& defaults, const domain::Text& survivor_redirect,
                              const domain::Text& rights, const Report& report);

// The text below the front matter. `required`: it is a fault when there is none.
domain::Text build_text(const Item& item, bool required, const Report& report);

// For kinds of file that have no text below the front matter.
void expect_no_text(const Item& item, const Report& report);

// What stands under `revisions`, in its order.
std::vector<domain::Revision> read_revisions(const Fields& fields, const Days& days);

}  // namespace toolkitd::content
