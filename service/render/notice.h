// A notice as a reader is shown it: in which language, and with what is filled in.
//
// Pure functions, safe to call from any thread. For the presenters of this folder.
#pragma once

#include <string>

#include "domain/catalogue.h"
#include "domain/text.h"
#include "render/view.h"

namespace toolkitd::render {

struct NoticeText {
    domain::Text text;
    std::string language;
};

// In the view's language where it is translated into that, else in its own. A notice that says the rule's effective
// date by placeholder has that of the view's instant in its place.
NoticeText notice_text(const View& view, const domain::Notice& notice);

}  // namespace toolkitd::render
