// A walk over Markdown as cmark has parsed it.
#pragma once

#include <cmark.h>

#include <memory>

namespace toolkitd::content {

// Calls `visit` with each node below and including `root`, in the order of the text, each before its children. The walk
// does not recurse, however deep the text is nested. `visit` may change a node, but must leave it where it is.
template <typename Visit>
void for_each_node(cmark_node* root, Visit visit) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(root), &cmark_iter_free);
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event == CMARK_EVENT_ENTER) visit(cmark_iter_get_node(iterator.get()));
    }
}

}  // namespace toolkitd::content
