// libFuzzer's way into the target that this is compiled for.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    toolkitd::fuzz::TOOLKITD_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
