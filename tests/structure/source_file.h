// Sources as text: what they include, and what is left of them without comments and literals.
//
// Pure functions but for `read_tree`.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::structure {

struct SourceFile {
    std::string path;  // from the project's root, with '/': "service/http/head.h"
    std::string text;
};

// What a rule has against a file, one sentence each.
using Faults = std::vector<std::string>;

// Every .h and .cpp under these folders of the root, in order of path. Throws when a file cannot be read.
std::vector<SourceFile> read_tree(const std::filesystem::path& root, const std::vector<std::string>& folders);

// The folder of service/ that a file is in, "http"; "main" for service/main.cpp. Empty for any other file.
std::string folder_of(std::string_view path);

bool is_header(std::string_view path);

// What the file includes, between quotes or angle brackets; not what stands in a comment.
std::vector<std::string> includes_of(const SourceFile& file);

// The text with every comment, string and character literal made empty, line by line as before.
std::string code_of(std::string_view text);

}  // namespace toolkitd::structure
