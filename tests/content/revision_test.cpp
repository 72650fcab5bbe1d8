#include <gtest/gtest.h>

#include <algorithm>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

std::string revision(const Files& files) { return loaded(files).revision; }

TEST(Revision, is_sixteen_hexadecimal_digits) {
    EXPECT_EQ(revision(minimal()).size(), 16U);
    EXPECT_EQ(revision(minimal()).find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(Revision, is_the_same_for_the_same_files_in_whichever_order) {
    auto files = minimal();
    std::reverse(files.begin(), files.end());
    EXPECT_EQ(revision(files), revision(minimal()));
}

TEST(Revision, is_another_when_a_byte_is) {
    EXPECT_NE(revision(with_change(minimal(), "rights.md", "for the rights.", "for the rights!")), revision(minimal()));
    EXPECT_NE(revision(with_change(minimal(), "rights.md", "rights.\n", "rights.\n\n")), revision(minimal()));
}

TEST(Revision, is_another_when_a_name_is) {
    auto files = minimal();
    for (auto& file : files) {
        if (file.path == "notices/sample-notice.md") file.path = "notices/sample-notices.md";
    }
    EXPECT_NE(revision(files), revision(minimal()));
}

TEST(Catalogue, keeps_what_editors_recorded_of_every_item_in_their_order) {
    const auto catalogue = loaded(with_change(minimal(), "rights.md", "---\n",
                                              "---\nrevisions:\n  - on: 2025-01-02\n    note: Written.\n"
                                              "  - on: 2024-03-04\n    note: Drafted.\n"));
    ASSERT_EQ(catalogue.rights.revisions.size(), 2U);
    EXPECT_EQ(catalogue.rights.revisions[0].note, "Written.");
    EXPECT_EQ(catalogue.rights.revisions[0].at, catalogue.publisher.zone.start_of(catalogue.rights.revisions[0].on));
    EXPECT_EQ(catalogue.rights.revisions[1].note, "Drafted.");
    EXPECT_EQ(catalogue.revised_at, catalogue.rights.revisions[0].at);
}

TEST(Catalogue, does_not_depend_on_the_order_of_the_files) {
    auto files = files_in(in_project("tests/data/valid/shapes"));
    const auto one = loaded(files);
    std::reverse(files.begin(), files.end());
    const auto other = loaded(files);
    ASSERT_EQ(one.toolkits.size(), other.toolkits.size());
    for (std::size_t i = 0; i < one.toolkits.size(); ++i) EXPECT_EQ(one.toolkits[i].id, other.toolkits[i].id);
    for (std::size_t i = 0; i < one.resources.size(); ++i) EXPECT_EQ(one.resources[i].id, other.resources[i].id);
    for (std::size_t i = 0; i < one.notices.size(); ++i) EXPECT_EQ(one.notices[i].id, other.notices[i].id);
}

}  // namespace
}  // namespace toolkitd::content::testing
