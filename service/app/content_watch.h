// Tells that something in a folder has changed: inotify(7), on the folder, all below it, and the one above it.
//
// Used on one thread. What it watches are the folders that there were when it was made; so a new one is made before
// the content is read, and what changes while it is read is told by that one.
#pragma once

#include <filesystem>

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

    // Forgets what has been told until now.
    void take() const;

private:
    void watch(const std::filesystem::path& folder);

    int descriptor_ = -1;
    bool complete_ = true;
};

}  // namespace toolkitd::app
