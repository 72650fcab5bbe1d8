// Names and values of somebody else's, in a log, on a terminal and in JSON.
#include "content/escaped.h"

#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

TEST(Escaped, leaves_what_can_be_read_as_it_is) {
    for (const std::string text : {"", "notices/texas.md", "víctima “§ 214.11” ’", "日本", "\\n"})
        EXPECT_EQ(escaped(text), text);
}

TEST(Escaped, writes_every_byte_that_is_no_text_as_a_number) {
    EXPECT_EQ(escaped("a\nb\x1b[2J\x7f"), "a\\x0ab\\x1b[2J\\x7f");
    EXPECT_EQ(escaped("\xff\xc3("), "\\xff\\xc3(");
    EXPECT_EQ(escaped("\xC2\x9B"), "\\xc2\\x9b");           // a terminal's CSI
    EXPECT_EQ(escaped("\xE2\x80\xAE"), "\\xe2\\x80\\xae");  // turns the line around
}

TEST(Shortened, leaves_out_the_middle_and_no_part_of_a_character) {
    EXPECT_EQ(shortened("short", 10), "short");
    const auto text = shortened(std::string(50, 'a') + "é" + std::string(50, 'b'), 20);
    EXPECT_EQ(text, std::string(10, 'a') + " [...] " + std::string(10, 'b'));
    EXPECT_EQ(shortened("éééééé", 5), "é [...] é");
}

TEST(Blank, is_what_nobody_sees) {
    for (const auto* text : {"", " ", "\t\n", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF ", "\xE3\x80\x80"}) {
        EXPECT_TRUE(is_blank(text)) << text;
    }
    for (const auto* text : {"a", " .", "\xC2\xA0x", "\xff", "–"}) EXPECT_FALSE(is_blank(text)) << text;
}

TEST(Faults, of_a_file_with_a_name_that_is_no_text_are_told_in_escaped_form) {
    auto files = minimal();
    files.push_back({"notices/a\xff\n.md", {}, Refusal{Rule::bad_encoding, "the name"}});
    files.push_back({"notices/b\x1b.md", "---\n---\n"});
    const auto told = faults(files);
    EXPECT_NE(told.find("notices/a\\xff\\x0a.md:0:0: bad-encoding: the name\n"), std::string::npos) << told;
    EXPECT_NE(told.find("notices/b\\x1b.md:0:0: bad-id: "), std::string::npos) << told;
}

}  // namespace
}  // namespace toolkitd::content::testing
