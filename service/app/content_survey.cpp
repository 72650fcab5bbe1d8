#include "app/content_survey.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 400'000;  // more are no content
constexpr std::string_view kEnding = ".md";

// File systems on which another machine may write unseen: neither leases nor inotify know of it.
constexpr std::array<std::uint32_t, 15> kRemote{NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,  CIFS_SUPER_MAGIC,  SMB2_SUPER_MAGIC,
                                                CODA_SUPER_MAGIC, AFS_SUPER_MAGIC,  AFS_FS_MAGIC,      V9FS_MAGIC,
                                                CEPH_SUPER_MAGIC, FUSE_SUPER_MAGIC, OCFS2_SUPER_MAGIC, 0x0BD00BD0,
                                                0x01161970,       0x786F4256,       0x47504653};
//                        Lustre           GFS2              VirtualBox        GPFS

bool is_content(std::string_view name) {
    return name.ends_with(kEnding) && !name.starts_with('.') && name != "README.md";
}

// What copying tools write to before they rename it: `.notice.md.Xa3f9Q` (rsync), `notice.md.filepart`. An editor's
// swap file is open for as long as the editor is, and becomes nothing.
bool becomes_content(std::string_view name) {
    const auto ending = name.rfind('.');
    if (name.find(".md.") == std::string_view::npos || ending == std::string_view::npos) return false;
    const auto last = name.substr(ending + 1);
    const bool is_swap = (last.size() == 3 && last.starts_with("sw")) || last.ends_with("-swp");
    return !is_swap;
}

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + std::int64_t{time.tv_nsec};
}

FileState state_of(const struct stat& found) {
    return {found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size), nanoseconds(found.st_mtim),
            nanoseconds(found.st_ctim)};
}

class Surveyor {
public:
    Survey of(const fs::path& folder) {
        enter(folder);
        for (std::size_t next = 0; next < survey_.folders.size(); ++next) list(fs::path(survey_.folders[next]));
        const auto by_path = [](const SeenFile& a, const SeenFile& b) { return a.path < b.path; };
        std::sort(survey_.files.begin(), survey_.files.end(), by_path);
        return std::move(survey_);
    }

private:
    void enter(const fs::path& folder) {
        struct stat found{};
        if (stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return;
        if (entered_.emplace(found.st_dev, found.st_ino).second) survey_.folders.push_back(folder);
    }

    void list(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            if (++looked_at_ > kMostEntries) return;
            look_at(entry->path());
        }
        if (error && error != std::errc::no_such_file_or_directory) survey_.complete = false;
    }

    void look_at(const fs::path& path) {
        const std::string name = path.filename().string();
        const bool content = is_content(name);
        if (content || becomes_content(name)) {
            if (add(path, content)) return;
        }
        if (!name.starts_with('.')) enter(path);
    }

    // Whether it is a file.
    bool add(const fs::path& path, bool content) {
        struct stat found{};
        if (stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return false;
        const http::Descriptor opened(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        // To open it has NFS ask the server for what it would else tell from memory. What cannot be opened is told by
        // whoever reads it.
        if (opened.number() < 0 || fstat(opened.number(), &found) != 0) {
            const bool leased = errno == EWOULDBLOCK;  // to a writer
            survey_.complete = survey_.complete && (errno == ENOENT || leased);
            const auto writer = leased ? Writer::open : Writer::none;
            survey_.files.push_back({path.string(), state_of(found), writer, content, false});
            return true;
        }
        const bool remote = is_remote(opened.number(), found.st_dev);
        const auto writer = remote ? Writer::unknown : writer_of(opened.number());
        survey_.files.push_back({path.string(), state_of(found), writer, content, remote});
        return true;
    }

    bool is_remote(int descriptor, dev_t device) {
        const auto [known, is_new] = remote_.try_emplace(device, false);
        struct statfs found{};
        if (is_new && fstatfs(descriptor, &found) == 0) {
            const auto type = static_cast<std::uint32_t>(found.f_type);
            known->second = std::find(kRemote.begin(), kRemote.end(), type) != kRemote.end();
        }
        return known->second;
    }

    Survey survey_;
    std::size_t looked_at_ = 0;
    std::set<std::pair<dev_t, ino_t>> entered_;
    std::map<dev_t, bool> remote_;
};

}  // namespace

// Who wants to write while the lease is held has the kernel send a signal: one that is ignored unless it is waited for.
Writer writer_of(int descriptor) noexcept {
    fcntl(descriptor, F_SETSIG, SIGURG);
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return Writer::none;
    }
    return errno == EAGAIN ? Writer::open : Writer::unknown;
}

bool Survey::found_the_same_as(const Survey& other) const {
    const auto is_next = [](const SeenFile& file) { return file.is_content; };
    auto mine = std::find_if(files.begin(), files.end(), is_next);
    auto others = std::find_if(other.files.begin(), other.files.end(), is_next);
    while (mine != files.end() && others != other.files.end()) {
        if (mine->path != others->path || mine->state != others->state) return false;
        mine = std::find_if(std::next(mine), files.end(), is_next);
        others = std::find_if(std::next(others), other.files.end(), is_next);
    }
    return mine == files.end() && others == other.files.end();
}

Survey survey(const fs::path& folder) { return Surveyor().of(folder); }

}  // namespace toolkitd::app
