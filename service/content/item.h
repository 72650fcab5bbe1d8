// A content file that has been read: where it belongs, its front matter as a tree, and its text.
#pragma once

#include <string_view>
#include <vector>

#include "base/progress.h"
#include "content/layout.h"
#include "content/node.h"
#include "content/report.h"
#include "content/text_file.h"

namespace toolkitd::content {

// Plain value.
struct Item {
    TextFile file;
    Location location;
    bool readable = false;  // otherwise the file is known to be there, and no more
    Node front_matter;
    std::size_t body_offset = 0;
    int body_line = 0;

    std::string_view body() const { return file.text().substr(body_offset); }
};

// Reads every file as far as it can be read, and reports what is wrong with each on its own: its place, its encoding,
// its YAML, and what its schema refuses. In the order of `files`.
std::vector<Item> read_items(const std::vector<File>& files, Diagnostics& all, const base::Progress& progress);

}  // namespace toolkitd::content
