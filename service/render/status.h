// The regulation-status flag, and the notices that go with a status. For the presenters of this folder.
#pragma once

#include <optional>
#include <string_view>

#include "domain/catalogue.h"
#include "domain/status.h"
#include "render/json.h"
#include "render/view.h"

namespace toolkitd::render {

// The flag without its notice, as it stands inside of other items.
Json status_flag(const View& view, const domain::Regulation& regulation);

// The notice for a toolkit, or for the regulation itself; null where there is none.
Json notice(const View& view, const domain::Regulation* regulation, std::optional<std::string_view> toolkit);

// The flag with its notice: the data of /v1/regulations/{regulation}/status.
Json status_data(const View& view, const domain::Regulation& regulation);

}  // namespace toolkitd::render
