#include "base/wipe.h"

#include <malloc.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <new>

namespace toolkitd::base {
namespace {

constexpr std::size_t kStackBytes = 16384;

thread_local bool wipes_what_is_freed = false;

}  // namespace

void wipe_freed_memory_of_this_thread() noexcept { wipes_what_is_freed = true; }

// Not inlined: its frame has to lie where those of earlier calls lay.
[[gnu::noinline]] void wipe_stack() noexcept {
    std::array<char, kStackBytes> frame;
    explicit_bzero(frame.data(), frame.size());
}

void wipe(std::string& text) noexcept {
    explicit_bzero(text.data(), text.size());
    std::string().swap(text);
}

WipedAfterUse::~WipedAfterUse() { explicit_bzero(bytes_, count_); }

}  // namespace toolkitd::base

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

void give_back(void* memory) noexcept {
    if (memory && toolkitd::base::wipes_what_is_freed) explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

}  // namespace

// The others of the standard library call these. What `new` gives comes from malloc.
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept { give_back(memory); }

#endif
