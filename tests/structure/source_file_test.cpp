#include "structure/source_file.h"

#include <gtest/gtest.h>

namespace toolkitd::structure {
namespace {

using Paths = std::vector<std::string>;

TEST(SourceFile, is_in_a_folder_of_the_service_or_in_none) {
    EXPECT_EQ(folder_of("service/http/head.h"), "http");
    EXPECT_EQ(folder_of("service/http/deeper/parser.h"), "http");
    EXPECT_EQ(folder_of("service/main.cpp"), "main");
    EXPECT_EQ(folder_of("service/other.cpp"), "");
    EXPECT_EQ(folder_of("api/embed.cpp"), "");
}

TEST(SourceFile, includes_what_stands_in_quotes_or_angle_brackets) {
    EXPECT_EQ(
        includes_of({"a.cpp", "#include <map>\n#include \"base/a.h\"\n  #  include<x/y.hpp>  // why\nint include;\n"}),
        (Paths{"map", "base/a.h", "x/y.hpp"}));
}

TEST(SourceFile, does_not_include_what_stands_in_a_comment) {
    EXPECT_EQ(includes_of({"a.cpp", "// #include <a>\n/* x\n#include <b>\n*/\n#include <c>\n"}), Paths{"c"});
    EXPECT_EQ(includes_of({"a.cpp", "auto url = \"http://\";\n#include <a>\n"}), Paths{"a"});
}

TEST(SourceFile, is_code_without_its_comments_and_literals) {
    EXPECT_EQ(code_of("a // b\nc"), "a \nc");
    EXPECT_EQ(code_of("a /* b\n b */ c"), "a \n c");
    EXPECT_EQ(code_of("f(\"// b\\\" /*\") + c"), "f() + c");
    EXPECT_EQ(code_of("f('\"') + c + '\\''"), "f() + c + ");
    EXPECT_EQ(code_of("20'000 + \"a\""), "20'000 + ");
    EXPECT_EQ(code_of("R\"x(a \" // )\")x\" + c"), " + c");
    EXPECT_EQ(code_of("a \"never closed\nb"), "a \nb");
    EXPECT_EQ(code_of("a /* never closed"), "a ");
}

}  // namespace
}  // namespace toolkitd::structure
