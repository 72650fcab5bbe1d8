#include "mirror/nginx_map.h"

#include <gtest/gtest.h>

namespace toolkitd::mirror {
namespace {

TEST(NginxMap, is_written_line_by_line) {
    NginxMap map("$uri:$args", "toolkit_x");
    map.line("default", "").line("~^(?<a>\\d+)$", "$a");
    EXPECT_EQ(map.text(), "map \"$uri:$args\" $toolkit_x {\n    default \"\";\n    \"~^(?<a>\\d+)$\" \"$a\";\n}\n");
    EXPECT_EQ(map.size(), 2U);
}

TEST(NginxMap, has_nothing_of_a_literal_mean_anything) {
    EXPECT_EQ(in_quotes(R"(a"b\c$d;{})"), R"("a\"b\\c${toolkit_dollar}d;{}")");
    EXPECT_EQ(NginxMap("$uri", "x").literal("k\"", "$v").text(),
              "map \"$uri\" $x {\n    \"k\\\"\" \"${toolkit_dollar}v\";\n}\n");
}

}  // namespace
}  // namespace toolkitd::mirror
