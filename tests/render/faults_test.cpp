#include "render/faults.h"

#include <gtest/gtest.h>

#include "render/json_text.h"

namespace toolkitd::render {
namespace {

TEST(Faults, are_a_list_of_places_and_sentences) {
    EXPECT_EQ(faults_json({{"rights.md", 3, 7, "unknown-key", "There is no key \"holdr\"."},
                           {"toolkits/a/b.md", 0, 0, "empty-file", "The file is empty."}}),
              R"([
  {
    "file": "rights.md",
    "line": 3,
    "column": 7,
    "rule": "unknown-key",
    "message": "There is no key \"holdr\"."
  },
  {
    "file": "toolkits/a/b.md",
    "line": 0,
    "column": 0,
    "rule": "empty-file",
    "message": "The file is empty."
  }
]
)");
}

TEST(Faults, that_are_none_are_an_empty_list) { EXPECT_EQ(faults_json({}), "[]\n"); }

TEST(Faults, keep_their_order) {
    const std::string list = faults_json({{"b.md", 2, 1, "r", "m"}, {"a.md", 1, 1, "r", "m"}});
    EXPECT_EQ(testing::text_at(list, "/0/file"), "b.md");
    EXPECT_EQ(testing::text_at(list, "/1/file"), "a.md");
}

TEST(Faults, may_tell_of_bytes_that_are_no_utf8) {
    EXPECT_EQ(testing::text_at(faults_json({{"a\xff.md", 1, 1, "bad-encoding", "It holds \xc3."}}), "/0/file"),
              "a\uFFFD.md");
}

}  // namespace
}  // namespace toolkitd::render
