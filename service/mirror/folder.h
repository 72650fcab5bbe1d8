// A mirror on disk: written whole or not at all, and held against what it should be.
//
// Functions of what they are given and of the file system; no two at once on the same folder.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "mirror/tree.h"

namespace toolkitd::mirror {

// Fails with a sentence where `folder` is not one that a mirror may take the place of: not there yet, empty, or an
// earlier mirror.
base::Result<bool> may_write(const std::string& folder);

// Writes a tree as `folder`, where it may; an earlier mirror is replaced in one step. Everything is on the disk before.
// Where it fails, with a sentence, what was there before is still there.
base::Result<bool> write_folder(const Tree& tree, const std::string& folder);

// A sentence for each file that is missing, should not be there, or is not as it should be; in the order of their
// names. Fails where the folder is not there or holds no mirror.
base::Result<std::vector<std::string>> folder_differences(const Tree& tree, const std::string& folder);

}  // namespace toolkitd::mirror
