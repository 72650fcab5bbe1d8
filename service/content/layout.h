// How a content folder is laid out: what a file is follows from where it lies.
//
//   publisher.md  rights.md  audience.md
//   regulations/<id>.md  notices/<id>.md  notices/<id>.<language>.md  resources/<id>.md
//   toolkits/<toolkit>/toolkit.md  toolkits/<toolkit>/<section>.md
//
// Pure functions, safe to call from any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace toolkitd::content {

enum class FileKind { publisher, rights, audience, regulation, notice, translation, resource, toolkit, section };

inline constexpr std::array kFileKinds{FileKind::publisher,  FileKind::rights,  FileKind::audience,
                                       FileKind::regulation, FileKind::notice,  FileKind::translation,
                                       FileKind::resource,   FileKind::toolkit, FileKind::section};

// The name of the kind, which is that of its schema.
std::string_view word(FileKind kind);

struct Location {
    FileKind kind = FileKind::publisher;
    std::string id;          // of the item; for publisher, rights and audience the file's own name
    std::string toolkit{};   // sections only: the toolkit's id
    std::string language{};  // translations only: into which; `id` is that of the notice
};

// Nothing when no file belongs there.
std::optional<Location> locate(std::string_view path);

}  // namespace toolkitd::content
