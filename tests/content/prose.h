// Texts rendered for tests, from Markdown and declared links alone.
#pragma once

#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/markdown.h"

namespace toolkitd::content::testing {

struct Outcome {
    domain::Text text;
    Diagnostics faults;
};

// The body stands in line 1 of its file.
Outcome render(const std::string& body, std::vector<LinkTarget> targets = {});

// The same, where there must be no faults; fails the running test when there are any.
domain::Text render_well(const std::string& body, std::vector<LinkTarget> targets = {});

}  // namespace toolkitd::content::testing
