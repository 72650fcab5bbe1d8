#include "app/stillness.h"

#include <algorithm>

#include "mirror/printable.h"

namespace toolkitd::app {
namespace {

using std::chrono::hours;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr seconds kStill{3};
constexpr seconds kRemoteStill{10};
// The clock of a remote file system is another's; what is older than that by ours is old by any.
constexpr hours kOld{24};

nanoseconds age(const FileState& state, Stillness::System clock) {
    return nanoseconds(clock.time_since_epoch()) - nanoseconds(std::max(state.modified, state.changed));
}

}  // namespace

std::string Unfinished::sentence() const {
    return mirror::printable(file) +
           (is_open ? ", which a process has open for writing" : ", which changed a moment ago");
}

std::optional<Unfinished> Stillness::unfinished(const Survey& found, const ContentWatch* watch, Steady now,
                                                System clock) {
    using Writing = ContentWatch::Writing;
    std::optional<Unfinished> first;
    for (const auto& file : found.files) {
        if (first && first->is_open) break;
        if (file.writer == Writer::none) continue;
        if (file.writer == Writer::open) {
            first = Unfinished{file.path, true};
            continue;
        }
        const auto writing = watch ? watch->writing_of(file.path) : Writing::unseen;
        if (writing == Writing::going_on) first = Unfinished{file.path, true};
        const bool ended = writing == Writing::ended && !file.is_remote;
        if (writing == Writing::going_on || ended || !file.is_content) continue;
        if (!is_still(file, now, clock) && !first) first = Unfinished{file.path, false};
    }
    return first;
}

bool Stillness::is_still(const SeenFile& file, Steady now, System clock) {
    if (const auto read = read_.find(file.path); read != read_.end() && read->second == file.state) return true;
    const auto [seen, is_new] = seen_.try_emplace(file.path, Since{file.state, now});
    if (seen->second.state != file.state) seen->second = {file.state, now};
    if (age(file.state, clock) >= (file.is_remote ? nanoseconds(kOld) : nanoseconds(kStill))) return true;
    return now - seen->second.since >= (file.is_remote ? kRemoteStill : kStill);
}

void Stillness::have_read(const Survey& found) {
    seen_.clear();
    read_.clear();
    for (const auto& file : found.files) {
        if (file.writer == Writer::unknown) read_[file.path] = file.state;
    }
}

}  // namespace toolkitd::app
