// What there is in a content folder at one moment: names, sizes, times and inodes, and whether a process writes a file.
//
// Safe to call from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace toolkitd::app {

// Whether a process has a file open for writing, also one that has mapped it. `unknown`: the file belongs to another
// user, or its file system cannot tell.
enum class Writer { none, open, unknown };

// Of a file that is open for reading. Asks the kernel for a read lease (fcntl(2), F_SETLEASE), which it grants to the
// owner of a file, and to CAP_LEASE, as long as nobody has the file open for writing; and gives it back at once.
// Whoever opens the file for writing in between waits for that.
Writer writer_of(int descriptor) noexcept;

struct FileState {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  // nanoseconds since 1970
    std::int64_t changed = 0;   // the same, of the inode

    auto operator<=>(const FileState&) const = default;
};

struct SeenFile {
    std::string path;  // the whole of it
    FileState state;
    Writer writer = Writer::unknown;
    bool is_content = true;  // else one that is to become content, such as rsync's `.notice.md.Xa3f9Q`
    bool is_remote = false;  // on a file system that others write to as well, such as NFS
};

struct Survey {
    std::vector<SeenFile> files;                 // in order of path
    std::vector<std::filesystem::path> folders;  // the folder itself, and all below it
    bool complete = true;                        // else something could not be looked at

    // Whether both found the same content.
    bool found_the_same_as(const Survey& other) const;
};

// Follows symbolic links, each folder once, as far as content can be. Looks at nothing that is hidden but what is to
// become content.
Survey survey(const std::filesystem::path& folder);

}  // namespace toolkitd::app
