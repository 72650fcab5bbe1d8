// What a crash leaves behind.
#pragma once

namespace toolkitd::app {

// From now on the kernel writes no core dump of this process, and lets nobody but root look into it: what readers were
// asking for at that instant is nobody's business. Builds with a sanitizer leave it as it is, for they look into it
// themselves.
void forbid_core_dumps() noexcept;

}  // namespace toolkitd::app
