// Front matter as a tree, each part with its place in the file. Scalars are text: what they mean is the reader's
// matter.
//
// Plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/text_file.h"

namespace toolkitd::content {

struct Node {
    enum class Kind { null, scalar, sequence, mapping };

    Kind kind = Kind::null;
    Mark mark;
    std::string scalar;
    bool is_plain = false;  // a scalar without quotation marks
    std::string key;        // in a mapping: the name of this member
    Mark key_mark;
    std::vector<Node> children;  // of a sequence or a mapping, in the order of the file

    bool is_scalar() const { return kind == Kind::scalar; }

    // The member of a mapping; null when there is none, or this is no mapping.
    const Node* find(std::string_view name) const {
        if (kind != Kind::mapping) return nullptr;
        for (const auto& child : children) {
            if (child.key == name) return &child;
        }
        return nullptr;
    }
};

}  // namespace toolkitd::content
