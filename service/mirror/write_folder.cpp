#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): renameat2 is not of the standard's
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <system_error>
#include <utility>

#include "base/hash.h"
#include "mirror/folder.h"
#include "mirror/printable.h"

namespace toolkitd::mirror {
namespace {

namespace fs = std::filesystem;

std::string because(int error) { return std::system_category().message(error); }

// Closed when it goes; invalid where opening failed.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }
    bool good() const { return value_ >= 0; }

private:
    int value_;
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// The modes are set, for the creator's umask might keep a web server out.
bool write_file(const fs::path& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    return file.good() && write_all(file.get(), bytes) && ::fchmod(file.get(), 0644) == 0;
}

bool make_folder(const fs::path& path) {
    return (::mkdir(path.c_str(), 0755) == 0 || errno == EEXIST) && ::chmod(path.c_str(), 0755) == 0;
}

bool sync_folder(const fs::path& path, bool whole_file_system) {
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.good() && (whole_file_system ? ::syncfs(folder.get()) : ::fsync(folder.get())) == 0;
}

// A folder beside another, gone with all that is in it unless it has taken the other's place.
class Aside {
public:
    explicit Aside(const fs::path& target) : path_(target.string() + ".XXXXXX") {
        if (!::mkdtemp(path_.data())) path_.clear();
    }
    ~Aside() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    bool good() const { return !path_.empty(); }
    fs::path path() const { return path_; }
    fs::path release() { return std::exchange(path_, {}); }

private:
    std::string path_;
};

bool fill(const Tree& tree, const fs::path& folder) {
    if (!make_folder(folder)) return false;
    std::set<fs::path> made;
    for (const auto& [name, bytes] : tree) {
        const fs::path path = folder / name;
        if (path.parent_path() != folder && made.insert(path.parent_path()).second && !make_folder(path.parent_path()))
            return false;
        if (!write_file(path, bytes->view())) return false;
    }
    return sync_folder(folder, true);
}

fs::path without_slash(const std::string& name) {
    const auto folder = fs::path(name).lexically_normal();
    return folder.has_filename() ? folder : folder.parent_path();
}

fs::path parent_of(const fs::path& folder) { return folder.has_parent_path() ? folder.parent_path() : fs::path("."); }

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

using Hashes = std::map<std::string, std::string>;

// Whether a file is as an export wrote it.
bool is_written(const fs::path& path, const std::string& name, const Hashes& hashes) {
    std::error_code error;
    if (fs::symlink_status(path, error).type() != fs::file_type::regular) return false;
    const auto known = hashes.find(name);
    return name == kManifest || (known != hashes.end() && base::fingerprint(bytes_of(path)) == known->second);
}

bool is_folder_of(const std::string& name, const Hashes& hashes) {
    const auto first = hashes.lower_bound(name + "/");
    return first != hashes.end() && first->first.starts_with(name + "/");
}

// The first name in an earlier export that is not as the export wrote it; empty where there is none.
std::string foreign_name(const fs::path& folder, const Hashes& hashes) {
    std::error_code error;
    std::set<std::string> foreign;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const auto name = at->path().lexically_relative(folder).generic_string();
        const bool is_folder = at->is_directory(error) && !at->is_symlink(error);
        if (is_folder ? !is_folder_of(name, hashes) : !is_written(at->path(), name, hashes)) foreign.insert(name);
    }
    return foreign.empty() ? "" : *foreign.begin();
}

// Why a folder may not be written over; empty where it may.
std::string occupied(const fs::path& folder) {
    std::error_code error;
    const auto status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::not_found) return {};
    if (status.type() != fs::file_type::directory) return "it is not a folder";
    if (fs::is_empty(folder, error)) return {};
    if (error) return error.message();
    const auto hashes = files_of(bytes_of(folder / kManifest));
    if (!hashes) return "it holds something else than a mirror";
    const auto foreign = foreign_name(folder, *hashes);
    return foreign.empty() ? "" : "it holds " + printable(foreign) + ", which is not as an export wrote it";
}

// Deletes the files of an earlier export and its folders, and nothing else: false where something is left.
bool delete_written(const fs::path& folder) {
    std::error_code error;
    const auto hashes = files_of(bytes_of(folder / kManifest)).value_or(Hashes{});
    std::set<fs::path> folders{folder};
    for (const auto& [name, hash] : hashes) {
        if (is_written(folder / name, name, hashes)) fs::remove(folder / name, error);
        folders.insert((folder / name).parent_path());
    }
    fs::remove(folder / kManifest, error);
    for (const auto& each : std::views::reverse(folders)) fs::remove(each, error);  // only where it is empty
    return !fs::exists(folder, error);
}

bool take_place(const fs::path& made, const fs::path& folder) {
    if (::rename(made.c_str(), folder.c_str()) == 0) return true;  // not there, or empty
    if (errno != ENOTEMPTY && errno != EEXIST) return false;
    return ::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0;
}

}  // namespace

base::Result<bool> may_write(const std::string& name) {
    const auto folder = without_slash(name);
    if (const auto why = occupied(folder); !why.empty()) {
        return base::fail("cannot export to " + name + ": " + why + "; name a new or empty folder");
    }
    std::error_code error;
    if (!fs::is_directory(parent_of(folder), error)) {
        return base::fail("cannot export to " + name + ": there is no folder to put it in");
    }
    return true;
}

base::Result<bool> write_folder(const Tree& tree, const std::string& name) {
    if (auto may = may_write(name); !may) return may;
    const auto folder = without_slash(name);
    Aside aside(folder);
    if (!aside.good()) return base::fail("cannot make a folder beside " + name + ": " + because(errno));
    if (!fill(tree, aside.path())) {
        return base::fail("cannot write the mirror beside " + name + ": " + because(errno) +
                          "; what was there before is as it was");
    }
    if (!take_place(aside.path(), folder)) {
        const std::string why = because(errno);
        return base::fail("cannot put the mirror in the place of " + name + ": " + why +
                          "; what was there before is as it was. Export to a new folder where the file system "
                          "cannot exchange two");
    }
    if (!sync_folder(parent_of(folder), false))
        return base::fail("cannot make sure that " + name + " is kept: " + because(errno));
    const auto replaced = aside.release();
    std::error_code error;
    if (fs::exists(replaced, error) && !delete_written(replaced)) {
        return base::fail("the mirror is in its place, and what else was put into the folder meanwhile is in " +
                          replaced.string());
    }
    return true;
}

}  // namespace toolkitd::mirror
