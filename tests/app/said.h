// What the program said, and how.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "app/program.h"

namespace toolkitd::testing {

// That it could not do what it was told: one sentence on standard error, nothing on standard output, exit code 2. Gives
// back the sentence.
inline std::string sentence(const Ended& ended) {
    EXPECT_EQ(ended.exit_code, 2) << ended.err;
    EXPECT_EQ(ended.out, "");
    const std::string start = "toolkitd: ";
    EXPECT_TRUE(ended.err.starts_with(start)) << ended.err;
    EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
    return ended.err.size() > start.size() ? ended.err.substr(start.size(), ended.err.size() - start.size() - 1)
                                           : ended.err;
}

}  // namespace toolkitd::testing
