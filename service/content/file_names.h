// Which files in a content folder are content, and which were meant to be.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace toolkitd::content {

// `*.md`, but README.md. What begins with a dot is hidden, and never content.
bool is_content_name(std::string_view name);

// What a file that is passed over was probably meant to be called, from its path in the content folder: "texas.md" for
// notices/texas.MD, notices/texas.md.txt or notices/texas.markdown. Nothing for what has a place of its own beside
// content: notes, pictures, and what editors and copying programs leave behind.
std::optional<std::string> intended_name(std::string_view path);

}  // namespace toolkitd::content
