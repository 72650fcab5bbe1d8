#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace toolkitd::base {
namespace {

// As `xxhsum -H128` prints them, on any machine.
TEST(Fingerprint, is_the_128_bits_of_xxh3_in_hexadecimal) {
    EXPECT_EQ(fingerprint(""), "99aa06d3014798d86001c324468d497f");
    EXPECT_EQ(fingerprint("abc"), "06b05ab6733a618578af5f94892f3950");
}

TEST(Fingerprint, is_the_same_for_the_same_bytes_wherever_they_lie) {
    const std::string padded = "xT visa";
    EXPECT_EQ(fingerprint(std::string_view(padded).substr(1)), fingerprint("T visa"));
}

TEST(Fingerprint, of_an_empty_view_without_bytes_is_that_of_the_empty_text) {
    EXPECT_EQ(fingerprint(std::string_view()), fingerprint(""));
}

TEST(Fingerprint, tells_apart_what_differs_in_one_bit_one_nul_or_the_length) {
    std::set<std::string> seen;
    std::string bytes(300, '\0');
    for (std::size_t length = 0; length <= bytes.size(); ++length) {
        seen.insert(fingerprint(std::string_view(bytes).substr(0, length)));
    }
    EXPECT_EQ(seen.size(), 301U);
    bytes[150] = '\1';
    EXPECT_FALSE(seen.contains(fingerprint(bytes)));
}

}  // namespace
}  // namespace toolkitd::base
