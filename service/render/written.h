// JSON that is written already: what several pages show is written once for all of them.
//
// For the presenters of this folder.
#pragma once

#include <string>
#include <vector>

namespace toolkitd::render {

using WrittenJson = std::string;

// "[a,b]"
inline WrittenJson array_of(const std::vector<WrittenJson>& items) {
    WrittenJson text = "[";
    for (const auto& item : items) {
        if (text.size() > 1) text += ',';
        text += item;
    }
    return text += ']';
}

}  // namespace toolkitd::render
