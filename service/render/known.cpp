#include "render/known.h"

#include <algorithm>

namespace toolkitd::render {

KnownEvents known_events(const View& view, const domain::Regulation& regulation) {
    KnownEvents known;
    for (const auto& candidate : regulation.events) {
        if (candidate.announced.at <= view.instant()) known.push_back(&candidate);
    }
    return known;
}

bool is_known(const domain::Document& document, const KnownEvents& known) {
    return std::any_of(known.begin(), known.end(), [&](const domain::Event* each) {
        return std::count(each->documents.begin(), each->documents.end(), document.id) > 0;
    });
}

const domain::Document* own_document(const domain::Regulation& regulation, const KnownEvents& known) {
    if (regulation.documents.empty() || !is_known(regulation.documents.front(), known)) return nullptr;
    return &regulation.documents.front();
}

}  // namespace toolkitd::render
