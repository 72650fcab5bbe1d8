// What a developer copies to embed a toolkit: programs and markup, with a text that stands in while the service is
// away.
//
// Pure functions, safe to call from any thread. For the presenters of this folder.
#pragma once

#include <string>
#include <string_view>

#include "domain/catalogue.h"
#include "render/markup.h"
#include "render/view.h"

namespace toolkitd::render {

// The sample of that name in templates/samples for a toolkit, with the service at an address. Texts of the content's
// stand in it as its language demands, whatever they hold.
std::string sample(std::string_view name, const View& view, const domain::Toolkit& toolkit, std::string_view service);

// The same, to be shown on a page.
Html shown_sample(std::string_view name, const View& view, const domain::Toolkit& toolkit, std::string_view service);

}  // namespace toolkitd::render
