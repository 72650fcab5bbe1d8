// A mirror as files: their names, from the mirror's folder, and their bytes.
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/zone.h"
#include "mirror/recording.h"

namespace toolkitd::mirror {

inline constexpr const char* kManifest = "manifest.json";

using Tree = std::map<std::string, std::shared_ptr<const site::Bytes>>;

// The same recording gives the same tree, on every machine.
Tree tree_of(const Recording& recording, const base::Zone& zone);

// What is where: see docs/mirror.md. `files`: what else is in the tree.
std::string manifest_json(const Recording& recording, const Tree& files);

// The files that an export wrote beside its manifest, with their hashes; nothing where a text is no manifest.
std::optional<std::map<std::string, std::string>> files_of(const std::string& manifest);

}  // namespace toolkitd::mirror
