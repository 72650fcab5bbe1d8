#include "app/content_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

// A file counts when it is closed, not while it is written: half of one is no content.
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

ContentWatch::ContentWatch(const fs::path& folder) : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    complete_ = descriptor_ >= 0;
    std::error_code error;
    const auto whole = fs::absolute(folder, error).lexically_normal();
    watch(whole.has_filename() ? whole.parent_path() : whole.parent_path().parent_path());
    watch(folder);
    constexpr auto kFollow = fs::directory_options::follow_directory_symlink;
    fs::recursive_directory_iterator entry(folder, kFollow, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (entry->is_directory(error)) {
            watch(entry->path());
        }
    }
}

ContentWatch::~ContentWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

ContentWatch::ContentWatch(ContentWatch&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), complete_(other.complete_) {}

ContentWatch& ContentWatch::operator=(ContentWatch&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    complete_ = other.complete_;
    return *this;
}

void ContentWatch::watch(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return;
    if (inotify_add_watch(descriptor_, folder.c_str(), kChanges) < 0) complete_ = false;
}

void ContentWatch::take() const {
    std::array<char, 4096> events;
    while (read(descriptor_, events.data(), events.size()) > 0) {
    }
}

}  // namespace toolkitd::app
