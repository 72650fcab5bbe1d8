#include <gtest/gtest.h>

#include "telemetry/log.h"

namespace toolkitd::telemetry {
namespace {

TEST(Level, is_read_from_its_word) {
    EXPECT_EQ(level_from("debug"), Level::debug);
    EXPECT_EQ(level_from("info"), Level::info);
    EXPECT_EQ(level_from("warning"), Level::warning);
    EXPECT_EQ(level_from("error"), Level::error);
    EXPECT_EQ(level_from("off"), Level::off);
}

TEST(Level, is_no_other_word) {
    for (const std::string_view word : {"", "Info", "INFO", "warn", "info ", "trace", "4"}) {
        EXPECT_EQ(level_from(word), std::nullopt) << word;
    }
}

TEST(Format, is_read_from_its_word) {
    EXPECT_EQ(format_from("text"), Format::text);
    EXPECT_EQ(format_from("json"), Format::json);
    EXPECT_EQ(format_from("JSON"), std::nullopt);
    EXPECT_EQ(format_from(""), std::nullopt);
}

}  // namespace
}  // namespace toolkitd::telemetry
