// What readers send leaves no trace in memory once it is dealt with: neither a core dump nor a copy of the machine
// holds it.
//
// Safe to call from any thread.
#pragma once

#include <cstddef>
#include <string>

namespace toolkitd::base {

// From now on whatever this thread gives back with `delete` is overwritten with zeros first, also by libraries. Builds
// with a sanitizer leave it alone, for they watch over the same functions.
void wipe_freed_memory_of_this_thread() noexcept;

// Overwrites what earlier calls have left on this thread's stack, 16 KB deep.
void wipe_stack() noexcept;

// Empties a string, and overwrites its bytes.
void wipe(std::string& text) noexcept;

// Overwrites bytes that it does not own when it goes out of scope.
class WipedAfterUse {
public:
    WipedAfterUse(char* bytes, std::size_t count) : bytes_(bytes), count_(count) {}
    ~WipedAfterUse();
    WipedAfterUse(const WipedAfterUse&) = delete;
    WipedAfterUse& operator=(const WipedAfterUse&) = delete;

private:
    char* bytes_;
    std::size_t count_;
};

}  // namespace toolkitd::base
