#include "content/prose.h"

#include <gtest/gtest.h>

namespace toolkitd::content::testing {

Outcome render(const std::string& body, std::vector<LinkTarget> targets) {
    Outcome outcome;
    const TextFile file(File{"text.md", body});
    const Report report(file, outcome.faults);
    outcome.text = render_prose({file.text(), 1, std::move(targets)}, report);
    return outcome;
}

domain::Text render_well(const std::string& body, std::vector<LinkTarget> targets) {
    auto outcome = render(body, std::move(targets));
    for (const auto& fault : outcome.faults) ADD_FAILURE() << to_line(fault);
    return outcome.text;
}

}  // namespace toolkitd::content::testing
