// What editors and file systems make of a file without meaning to.
#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

constexpr std::string_view kSection = "toolkits/sample/first.md";

std::string plain_of(const std::string& bytes) {
    const auto catalogue = loaded(with(minimal(), std::string(kSection), bytes));
    return catalogue.toolkits.at(0).sections.at(0).text.plain;
}

TEST(File, may_have_the_line_ends_of_any_system) {
    EXPECT_EQ(plain_of("---\r\ntitle: First\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n"), "One.\n\nTwo.");
    EXPECT_EQ(plain_of("---\rtitle: First\r---\r\rOne.\r\rTwo.\r"), "One.\n\nTwo.");
}

TEST(File, may_begin_with_a_byte_order_mark) {
    EXPECT_EQ(plain_of("\xEF\xBB\xBF---\ntitle: First\n---\nOne."), "One.");
}

TEST(File, may_have_spaces_behind_its_dashes_and_no_end_of_line_at_its_end) {
    EXPECT_EQ(plain_of("---  \ntitle: First\n--- \t\nOne."), "One.");
}

TEST(File, may_have_a_line_of_dashes_in_its_text) {
    EXPECT_EQ(plain_of("---\ntitle: First\n---\nOne.\n\n---\n\nTwo.\n"), "One.\n\nTwo.");
}

TEST(File, may_have_comments_in_its_front_matter) {
    EXPECT_EQ(
        plain_of("---\n# yaml-language-server: $schema=section.schema.json\ntitle: First  # shown above\n---\nOne."),
        "One.");
}

TEST(File, is_told_its_faults_where_they_are_whatever_its_line_ends) {
    const auto files =
        with(minimal(), std::string(kSection), "\xEF\xBB\xBF---\r\ntitle: First\r\npriec: 1\r\n---\r\nÄ <b>\r\n");
    EXPECT_EQ(faults(files).find("toolkits/sample/first.md:3:1: unknown-key:"), 0U);
    EXPECT_NE(faults(files).find("toolkits/sample/first.md:5:3: raw-html:"), std::string::npos);
}

TEST(Values, mean_what_they_say_however_they_are_quoted) {
    for (const auto* title : {"title: Yes", "title: 'Yes'", "title: \"Yes\"", "title: >-\n  Yes", "\"title\": Yes"}) {
        const auto files = with(minimal(), std::string(kSection), "---\n" + std::string(title) + "\n---\nOne.");
        EXPECT_EQ(loaded(files).toolkits.at(0).sections.at(0).title, "Yes") << title;
    }
}

TEST(Values, that_look_like_numbers_or_truths_are_texts) {
    for (const auto* title : {"2024", "1e3", "true", "no", "0x10"}) {
        const auto files = with(minimal(), std::string(kSection), "---\ntitle: " + std::string(title) + "\n---\nOne.");
        EXPECT_EQ(loaded(files).toolkits.at(0).sections.at(0).title, title);
    }
}

TEST(File, that_cannot_be_read_is_there_for_all_others) {
    const auto files = with(minimal(), "resources/sample-guide.md", "no front matter");
    EXPECT_EQ(faults(files),
              "resources/sample-guide.md:1:1: no-front-matter: the first line must be `---`, with the "
              "front matter below it\n");
}

}  // namespace
}  // namespace toolkitd::content::testing
