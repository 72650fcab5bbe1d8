#include "content/text_file.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

TextFile text(std::string bytes) { return TextFile(File{"a.md", std::move(bytes)}); }

TEST(TextFile, counts_lines_and_columns_from_one) {
    const auto file = text("ab\ncd\n");
    EXPECT_EQ(file.mark_at(0).line, 1);
    EXPECT_EQ(file.mark_at(0).column, 1);
    EXPECT_EQ(file.mark_at(4).line, 2);
    EXPECT_EQ(file.mark_at(4).column, 2);
    EXPECT_EQ(file.mark_at(6).line, 3);
}

TEST(TextFile, counts_columns_in_characters_for_people) {
    const auto file = text("“é”x");
    EXPECT_EQ(file.column_in_characters({1, 9}), 4);
    EXPECT_EQ(file.column_in_characters({1, 1}), 1);
    EXPECT_EQ(file.column_in_characters({0, 0}), 0);
    EXPECT_EQ(file.column_in_characters({7, 3}), 0);
}

TEST(Utf8, is_valid_when_it_is_written_in_its_shortest_form) {
    for (const auto* valid :
         {"", "plain", "é", "\xE2\x80\x99", "\xF0\x9F\x98\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_EQ(find_invalid_utf8(valid), std::nullopt) << valid;
    }
}

TEST(Utf8, is_invalid_where_it_is_cut_overlong_a_surrogate_or_too_large) {
    for (const auto* invalid :
         {"a\x80", "a\xC0\xAF", "a\xC1\xBF", "a\xC3", "a\xC3(", "a\xE0\x80\xAF", "a\xE2\x80", "a\xED\xA0\x80",
          "a\xF0\x80\x80\xAF", "a\xF4\x90\x80\x80", "a\xF5\x80\x80\x80", "a\xFF"}) {
        EXPECT_EQ(find_invalid_utf8(invalid), 1U);
    }
}

TEST(ControlCharacters, are_all_but_tab_and_line_feed) {
    EXPECT_EQ(find_control_character("a\tb\nc"), std::nullopt);
    EXPECT_EQ(find_control_character(std::string_view("a\0b", 3)), 1U);
    EXPECT_EQ(find_control_character("ab\x1B"), 2U);
    EXPECT_EQ(find_control_character("\x7F"), 0U);
    EXPECT_EQ(find_control_character("é\u00A0’"), std::nullopt);
}

TEST(TextFile, has_no_place_for_what_stands_for_no_character) {
    EXPECT_EQ(find_control_character("a\xEF\xBF\xBE"), 1U);  // U+FFFE
    EXPECT_EQ(find_control_character("ab\xEF\xBF\xBF\x01"), 2U);
    EXPECT_EQ(find_control_character("a\x01\xEF\xBF\xBF"), 1U);
    EXPECT_EQ(find_control_character("\xEF\xBF\xBD\xEF\xBE\xBF"), std::nullopt);  // U+FFFD, U+FFBF
}

}  // namespace
}  // namespace toolkitd::content
