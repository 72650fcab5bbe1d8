// The sections of a toolkit. For the presenters of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/envelope.h"
#include "render/page.h"
#include "render/view.h"
#include "render/written.h"

namespace toolkitd::render {

// "/v1/toolkits/lereporting/sections"
std::string section_list_path(std::string_view toolkit);

// The paths that a section had before, under each of its own and of its toolkit's names.
std::vector<std::string> former_section_paths(const domain::Toolkit& toolkit, const domain::Section& section);

// A section's own text, and the list of resources where one follows it.
domain::Text section_text(const View& view, const domain::Toolkit& toolkit, const domain::Section& section);

// The sections of a toolkit, whole, in their order.
std::vector<WrittenJson> written_sections(const View& view, const domain::Toolkit& toolkit);

// /v1/toolkits/{toolkit}/sections, /v1/toolkits/{toolkit}/sections/{section}; `written` is the toolkit's sections.
void add_section_pages(const View& view, const Envelope& envelope, const domain::Toolkit& toolkit,
                       const std::vector<WrittenJson>& written, std::vector<Page>& pages);

}  // namespace toolkitd::render
