#include "app/content_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <string_view>
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
    const auto whole = (fs::absolute(folder, error) / "").lexically_normal().parent_path();
    name_ = whole.filename().string();
    above_ = watch(whole.parent_path());
    watch(whole);
    constexpr auto kFollow = fs::directory_options::follow_directory_symlink;
    fs::recursive_directory_iterator entry(whole, kFollow, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (entry->is_directory(error)) {
            watch(entry->path());
        }
    }
    // Where it is not there, or went meanwhile, there is nothing to watch; else there is something that it does not
    // see.
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
        complete_ = false;
}

ContentWatch::~ContentWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

ContentWatch::ContentWatch(ContentWatch&& other) noexcept
    : name_(std::move(other.name_)),
      above_(other.above_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      complete_(other.complete_) {}

ContentWatch& ContentWatch::operator=(ContentWatch&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(above_, other.above_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(complete_, other.complete_);
    return *this;
}

int ContentWatch::watch(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return -1;
    const int watched = inotify_add_watch(descriptor_, folder.c_str(), kChanges);
    if (watched < 0) complete_ = false;
    return watched;
}

// Beside the folder other things may come and go. Names that begin with a dot are editors' own and are not read; but
// "..data" is the link that Kubernetes exchanges.
bool ContentWatch::concerns(int watched, const char* name) const {
    const std::string_view text(name);
    if (watched == above_) return text == name_;
    return !text.starts_with('.') || text == "..data";
}

bool ContentWatch::take() const {
    alignas(inotify_event) std::array<char, 4096> events;
    bool any = false;
    for (ssize_t size = 0; (size = read(descriptor_, events.data(), events.size())) > 0;) {
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events.data() + at);
            any = any || concerns(event->wd, event->len > 0 ? event->name : "");
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        }
    }
    return any;
}

}  // namespace toolkitd::app
