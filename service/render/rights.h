// Rights and audience: what goes out with every answer. For the presenters of this folder.
#pragma once

#include <string>

#include "render/envelope.h"
#include "render/json.h"
#include "render/view.h"

namespace toolkitd::render {

// The terms as they stand in every envelope.
Json rights_notice(const View& view);

// Whom the content is for, and where a survivor is sent.
Json audience(const View& view);

// What a telephone is given: "tel:+18885392373".
std::string telephone_address(const domain::Hotline& hotline);

// /v1/rights
Page rights_page(const View& view, const Envelope& envelope);

}  // namespace toolkitd::render
