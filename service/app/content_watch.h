// Tells that something in a folder has changed: inotify(7), on the folder, all below it, and the one above it.
//
// Used on one thread. What it watches are the folders that there were when it was made; so a new one is made before
// the content is read, and what changes while it is read is told by that one.
#pragma once

#include <filesystem>
#include <string>

namespace toolkitd::app {

class ContentWatch {
public:
    // Follows symbolic links, as the reading does: a Kubernetes volume changes by exchanging one. Without inotify, or
    // at its limits, fewer changes are told; `complete` says so.
    explicit ContentWatch(const std::filesystem::path& folder);
    ~ContentWatch();
    ContentWatch(ContentWatch&& other) noexcept;
    ContentWatch& operator=(ContentWatch&& other) noexcept;

    // To be polled: readable when something has changed.
    int descriptor() const { return descriptor_; }

    bool complete() const { return complete_; }

    // Whether what has been told until now concerns the content; forgets it. Never waits.
    bool take() const;

private:
    int watch(const std::filesystem::path& folder);
    bool concerns(int watched, const char* name) const;

    std::string name_;  // of the folder, in the one above it
    int above_ = -1;    // the watch of that one
    int descriptor_ = -1;
    bool complete_ = true;
};

}  // namespace toolkitd::app
