// Whether content may be read, or a file of it is being written.
//
// Used on one thread.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "app/content_survey.h"
#include "app/content_watch.h"

namespace toolkitd::app {

// A file that is waited for, and why.
struct Unfinished {
    std::string file;
    bool is_open = true;  // for writing, by some process; else it changed a moment ago

    // "FILE, which a process has open for writing"
    std::string sentence() const;
};

class Stillness {
public:
    using Steady = std::chrono::steady_clock::time_point;
    using System = std::chrono::system_clock::time_point;

    // The first file that is not to be read yet. A file for which the kernel does not say whether anybody has it open
    // for writing (see content_survey.h) is to be read when `watch`, where there is one, saw the end of the writing,
    // else when its size and times have been still for a while: three seconds, ten on a remote file system.
    std::optional<Unfinished> unfinished(const Survey& found, const ContentWatch* watch, Steady now, System clock);

    // These were read, and need not be still once more as long as they are the same.
    void have_read(const Survey& found);

private:
    struct Since {
        FileState state;
        Steady since;
    };

    bool is_still(const SeenFile& file, Steady now, System clock);

    std::map<std::string, Since> seen_;      // by path, of files of which the kernel says nothing
    std::map<std::string, FileState> read_;  // the same
};

}  // namespace toolkitd::app
