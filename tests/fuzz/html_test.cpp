#include "fuzz/html.h"

#include <gtest/gtest.h>

#include "fuzz/property.h"

namespace toolkitd::fuzz {
namespace {

TEST(Html, of_markdown_is_read_tag_by_tag) {
    const auto tags = tags_of("<p>a <a href=\"https://example.org/\" title=\"b\">c</a><br />\nd</p>");
    ASSERT_EQ(tags.size(), 5U);
    EXPECT_EQ(tags[1].name, "a");
    EXPECT_EQ(tags[1].addresses, std::vector<std::string>{"https://example.org/"});
    EXPECT_EQ(tags[3].name, "br");
}

TEST(Html, that_could_run_is_told) {
    for (const char* harmful : {"<script>x</script>", "<p onclick=\"x\">a</p>", "<p>a</p><iframe></iframe>", "a < b",
                                "<a href=\"x\" style=\"y\">b</a>", "<!-- <p> -->"}) {
        EXPECT_THROW(tags_of(harmful), BrokenProperty) << harmful;
    }
}

TEST(Html, whose_tags_are_not_nested_is_told) {
    for (const char* broken : {"<p>", "</p>", "<p><em></p></em>", "<p><li></p>"}) {
        EXPECT_THROW(tags_of(broken), BrokenProperty) << broken;
    }
}

}  // namespace
}  // namespace toolkitd::fuzz
