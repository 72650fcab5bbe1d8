// The content as a mirror has it.
#pragma once

#include "app/load_site.h"
#include "app/settings.h"
#include "base/clock.h"
#include "base/zone.h"
#include "mirror/recording.h"

namespace toolkitd::app {

struct MirrorOfContent {
    mirror::Recording recording;
    base::Zone zone;               // of the publisher, in which days begin
    bool holds_embargoed = false;  // what is not public yet
};

// Loads the content, and has everything that it says recorded in all codings.
base::Result<MirrorOfContent, LoadFailure> record_mirror(const Settings& settings, const base::Clock& clock,
                                                         const ReadFiles& read);

}  // namespace toolkitd::app
