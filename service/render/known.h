// What is known of a regulation at a view's instant. For the presenters of this folder.
//
// Pure functions, safe to call from any thread; what they give lives as long as the regulation.
#pragma once

#include <vector>

#include "domain/regulation.h"
#include "render/view.h"

namespace toolkitd::render {

using KnownEvents = std::vector<const domain::Event*>;

// Nobody knew of an event, nor of its documents, before it was announced.
KnownEvents known_events(const View& view, const domain::Regulation& regulation);

bool is_known(const domain::Document& document, const KnownEvents& known);

// The rule itself; null before it is known.
const domain::Document* own_document(const domain::Regulation& regulation, const KnownEvents& known);

}  // namespace toolkitd::render
