// Content folders for tests, on disk and made up.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/source.h"
#include "domain/catalogue.h"

namespace toolkitd::content::testing {

using Files = std::vector<File>;

// A path in the project, from its root.
std::filesystem::path in_project(std::string_view path);

// The bytes of a file. Throws std::runtime_error when it cannot be read.
std::string read_bytes(const std::filesystem::path& path);

// The content files of a folder. Throws std::runtime_error when they cannot be read.
Files files_in(const std::filesystem::path& folder);

// tests/data/valid/minimal: one of each kind of file, and no more than each needs.
Files minimal();

// `files` with one file put in, in the place of the one of the same path where there is one.
Files with(Files files, std::string path, std::string bytes);

// `files` with the first `before` in a file made `after`. Throws std::runtime_error when it is not there.
Files with_change(Files files, std::string_view path, std::string_view before, std::string_view after);

// The catalogue. Throws std::runtime_error, with all diagnostics, when there are any.
domain::Catalogue loaded(const Files& files);

// As `toolkitd check` reads them at the beginning of 2040.
base::Result<domain::Catalogue, Diagnostics> checked(const Files& files);

// The diagnostics, one a line; empty when there are none.
std::string faults(const Files& files);

}  // namespace toolkitd::content::testing
