#include "content/layout.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

TEST(Layout, tells_what_a_file_is_by_where_it_lies) {
    EXPECT_EQ(locate("publisher.md")->kind, FileKind::publisher);
    EXPECT_EQ(locate("rights.md")->kind, FileKind::rights);
    EXPECT_EQ(locate("audience.md")->kind, FileKind::audience);
    EXPECT_EQ(locate("regulations/a-rule.md")->kind, FileKind::regulation);
    EXPECT_EQ(locate("notices/a-notice.md")->kind, FileKind::notice);
    EXPECT_EQ(locate("resources/a-guide.md")->kind, FileKind::resource);
    EXPECT_EQ(locate("toolkits/a-toolkit/toolkit.md")->kind, FileKind::toolkit);
    EXPECT_EQ(locate("toolkits/a-toolkit/a-section.md")->kind, FileKind::section);
}

TEST(Layout, takes_the_id_from_the_name) {
    EXPECT_EQ(locate("resources/a-guide.md")->id, "a-guide");
    EXPECT_EQ(locate("toolkits/a-toolkit/toolkit.md")->id, "a-toolkit");
    EXPECT_EQ(locate("toolkits/a-toolkit/a-section.md")->id, "a-section");
    EXPECT_EQ(locate("toolkits/a-toolkit/a-section.md")->toolkit, "a-toolkit");
}

TEST(Layout, takes_the_language_of_a_translation_from_the_name) {
    const auto location = locate("notices/a-notice.es.md");
    EXPECT_EQ(location->kind, FileKind::translation);
    EXPECT_EQ(location->id, "a-notice");
    EXPECT_EQ(location->language, "es");
    EXPECT_EQ(locate("notices/a-notice.md")->language, "");
    EXPECT_EQ(locate("resources/a-guide.es.md")->kind, FileKind::resource) << "which cannot be its name";
}

TEST(Layout, has_no_place_for_anything_else) {
    for (const auto* path : {"", ".md", "other.md", "resource/a.md", "toolkits/a.md", "toolkits/a/b/c.md", "a/b/c.md",
                             "resources/a/b.md", "rights.txt", "resources/publisher", "/rights.md"}) {
        EXPECT_FALSE(locate(path)) << path;
    }
}

}  // namespace
}  // namespace toolkitd::content
