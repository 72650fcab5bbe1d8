#include "site/consequences.h"

#include <chrono>

#include "render/view.h"

namespace toolkitd::site {
namespace {

using Sentences = std::vector<std::string>;

std::string changes(const std::string& what, const std::string& before, const std::string& after) {
    return what + " changes from " + before + " to " + after;
}

std::string notice_word(const render::View& view, const domain::Toolkit& toolkit) {
    const auto* notice = view.notice(view.regulation(toolkit.regulation), toolkit.id);
    return notice ? notice->id : "none";
}

std::string currency_word(const render::View& view, const domain::Resource& resource) {
    return std::string(domain::word(view.currency(resource).state));
}

void add_notices(const render::View& before, const render::View& after, Sentences& list) {
    for (const auto* toolkit : after.toolkits()) {
        if (!toolkit->window.holds(before.instant())) continue;
        const std::string was = notice_word(before, *toolkit);
        const std::string is = notice_word(after, *toolkit);
        if (was != is) list.push_back(changes("toolkit " + toolkit->id + ": the notice", was, is));
    }
}

void add_currencies(const render::View& before, const render::View& after, Sentences& list) {
    for (const auto* resource : after.resources()) {
        if (!resource->window.holds(before.instant())) continue;
        const std::string was = currency_word(before, *resource);
        const std::string is = currency_word(after, *resource);
        if (was != is) list.push_back(changes("resource " + resource->id + ": the currency", was, is));
    }
}

}  // namespace

std::vector<std::string> consequences(const domain::Catalogue& catalogue, base::Instant at) {
    const render::Options options;
    const render::View before(catalogue, at - std::chrono::seconds{1}, options);
    const render::View after(catalogue, at, options);
    Sentences list;
    add_notices(before, after, list);
    add_currencies(before, after, list);
    return list;
}

}  // namespace toolkitd::site
