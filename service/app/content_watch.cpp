#include "app/content_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

#include "app/content_survey.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kNames = IN_MOVE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t kChanges = kNames | IN_MODIFY | IN_CLOSE_WRITE;
constexpr std::size_t kMostMoving = 1'000;

}  // namespace

ContentWatch::ContentWatch(const fs::path& folder) : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    complete_ = descriptor_ >= 0;
    std::error_code error;
    const auto whole = (fs::absolute(folder, error) / "").lexically_normal().parent_path();
    name_ = whole.filename().string();
    above_ = watch(whole.parent_path(), kNames);  // what is written beside it, such as a log, may never end
    const auto found = survey(folder);
    for (const auto& each : found.folders) watch(each, kChanges);
    complete_ = complete_ && found.complete;
}

ContentWatch::~ContentWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

ContentWatch::ContentWatch(ContentWatch&& other) noexcept { *this = std::move(other); }

ContentWatch& ContentWatch::operator=(ContentWatch&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(above_, other.above_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(complete_, other.complete_);
    std::swap(folders_, other.folders_);
    std::swap(writing_, other.writing_);
    std::swap(moving_, other.moving_);
    return *this;
}

int ContentWatch::watch(const fs::path& folder, std::uint32_t changes) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return -1;
    const int watched = inotify_add_watch(descriptor_, folder.c_str(), changes);
    if (watched < 0) complete_ = false;
    if (watched >= 0) folders_[watched] = folder.string();
    return watched;
}

// Beside the folder other things may come and go. Names that begin with a dot are editors' own and are not read; but
// "..data" is the link that Kubernetes exchanges.
bool ContentWatch::concerns(int watched, std::string_view name) const {
    if (watched == above_) return name == name_;
    return !name.starts_with('.') || name == "..data";
}

bool ContentWatch::take() {
    alignas(inotify_event) std::array<char, 4096> events;
    bool any = false;
    for (ssize_t size = 0; (size = read(descriptor_, events.data(), events.size())) > 0;) {
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events.data() + at);
            const std::string_view name(event->len > 0 ? event->name : "");
            note(event->wd, event->mask, event->cookie, name);
            any = any || concerns(event->wd, name);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        }
    }
    return any;
}

// A file that was written, and not closed since, is being written; a name that goes takes that with it.
void ContentWatch::note(int watched, std::uint32_t what, std::uint32_t cookie, std::string_view name) {
    if ((what & IN_Q_OVERFLOW) != 0) writing_.clear();  // what was lost may be the end of one
    const auto folder = folders_.find(watched);
    if (folder == folders_.end() || name.empty()) return;
    const std::string path = (fs::path(folder->second) / name).string();
    if ((what & IN_MODIFY) != 0) writing_[path] = true;
    if ((what & IN_CLOSE_WRITE) != 0) writing_[path] = false;
    if ((what & IN_DELETE) != 0) writing_.erase(path);
    if ((what & IN_MOVED_FROM) != 0) {
        if (moving_.size() >= kMostMoving) moving_.clear();
        const auto known = writing_.find(path);
        moving_[cookie] = known != writing_.end() && known->second;
        writing_.erase(path);
    }
    if ((what & IN_MOVED_TO) != 0) {
        const auto moved = moving_.find(cookie);
        writing_[path] = moved != moving_.end() && moved->second;
        if (moved != moving_.end()) moving_.erase(moved);
    }
}

ContentWatch::Writing ContentWatch::writing_of(const std::string& path) const {
    const auto known = writing_.find(path);
    if (known == writing_.end()) return Writing::unseen;
    return known->second ? Writing::going_on : Writing::ended;
}

void ContentWatch::forget_ended() {
    std::erase_if(writing_, [](const auto& each) { return !each.second; });
}

void ContentWatch::take_over(ContentWatch& other) {
    other.take();
    writing_ = other.writing_;
    moving_ = other.moving_;
}

}  // namespace toolkitd::app
