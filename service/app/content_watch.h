// Tells that something in a folder has changed, and which files are being written: inotify(7), on the folder, all below
// it, and the one above it.
//
// Used on one thread. What it watches are the folders that there were when it was made; so a new one is made before
// the content is read, and what changes while it is read is told by that one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

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
    bool take();

    // What is known of a file's writing, as far as it was seen.
    enum class Writing { unseen, going_on, ended };
    Writing writing_of(const std::string& path) const;

    // Forgets that writing has ended: the files were read since.
    void forget_ended();

    // Takes over what another knows of files' writing. To be made before the other is taken from last.
    void take_over(ContentWatch& other);

private:
    int watch(const std::filesystem::path& folder, std::uint32_t changes);
    bool concerns(int watched, std::string_view name) const;
    void note(int watched, std::uint32_t what, std::uint32_t cookie, std::string_view name);

    std::string name_;  // of the folder, in the one above it
    int above_ = -1;    // the watch of that one
    int descriptor_ = -1;
    bool complete_ = true;
    std::map<int, std::string> folders_;      // by their watches
    std::map<std::string, bool> writing_;     // of files, by their paths: whether it goes on
    std::map<std::uint32_t, bool> moving_;    // the same of files that were moved, until it is known where to
};

}  // namespace toolkitd::app
