// A catalogue in the making: what the files gave, item by item, before it is known whether they fit together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/item.h"
#include "domain/catalogue.h"

namespace toolkitd::content {

// Plain value. Everything that is there has been built as far as possible; faults are in the report.
struct Draft {
    struct Section {
        std::string toolkit;
        domain::Section section;
    };

    struct Translation {
        std::string notice;
        domain::Translation translation;
    };

    std::optional<base::Instant> revised_at;
    std::optional<domain::Publisher> publisher;
    domain::Rights rights;
    domain::Audience audience;
    std::vector<domain::Regulation> regulations;
    std::vector<domain::Toolkit> toolkits;  // their sections are below
    std::vector<Section> sections;
    std::vector<domain::Resource> resources;
    std::vector<domain::Notice> notices;  // their translations are below
    std::vector<Translation> translations;
};

// In the order of `items`; notices in the order of their ids.
Draft build_draft(const std::vector<Item>& items, Diagnostics& all, const base::Progress& progress);

}  // namespace toolkitd::content
