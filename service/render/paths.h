// How paths are made from ids.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::render {

inline std::string item_path(std::string_view list, std::string_view id) {
    return std::string(list) + "/" + std::string(id);
}

inline std::vector<std::string> item_paths(std::string_view list, const std::vector<std::string>& ids) {
    std::vector<std::string> paths;
    for (const auto& id : ids) paths.push_back(item_path(list, id));
    return paths;
}

// From the page at `path` to the root of the service: "." from "/docs", ".." from "/docs/embedding".
inline std::string root_of(std::string_view path) {
    std::string root = ".";
    for (const char c : path.substr(1)) {
        if (c == '/') root.append(root == "." ? "." : "/..");
    }
    return root;
}

}  // namespace toolkitd::render
