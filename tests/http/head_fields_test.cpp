#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::refused;
using testing::with_fields;

// The value of the field If-Match in a head with these lines, between bars; or the sentence with which it was refused.
std::string value_of_if_match(std::string_view lines) {
    const std::string bytes = with_fields(lines);
    const auto head = check_head(bytes, {});
    if (!head) return head.error().sentence;
    const Request request{Method::get, {}, {}, head->fields};
    std::string all;
    request.each(FieldName::if_match, [&](std::string_view value) { all.append("|").append(value).append("|"); });
    return all.empty() ? "|none|" : all;
}

TEST(HeadFields, lose_the_white_space_around_their_values) {
    struct Line {
        std::string_view written;
        std::string_view means;
    };
    constexpr std::array kLines{
        Line{"If-Match: a\r\n", "|a|"},
        Line{"If-Match:a\r\n", "|a|"},
        Line{"if-match: a\r\n", "|a|"},
        Line{"If-Match: \t a b\t \r\n", "|a b|"},
        Line{"If-Match:\r\n", "||"},
        Line{"If-Match: \t \r\n", "||"},
        Line{"If-Match: a:b\r\n", "|a:b|"},
        Line{"If-Match: a\tb\r\n", "|a\tb|"},
        Line{"If-Match: \xc3\xa9\r\n", "|\xc3\xa9|"},
        Line{"If-Match: \"a, b\"\r\n", "|\"a, b\"|"},
    };
    for (const auto& [written, means] : kLines) EXPECT_EQ(value_of_if_match(written), means) << written;
}

TEST(HeadFields, of_one_name_keep_their_order) {
    EXPECT_EQ(value_of_if_match("If-Match: a\r\nY: z\r\nif-match: b\r\nIf-Match:\r\nIf-Match: c\r\n"), "|a||b||||c|");
    EXPECT_EQ(value_of_if_match("Y: z\r\n"), "|none|");
}

TEST(HeadFields, have_names_made_of_token_characters_alone) {
    const std::string_view others = "!#$%&'*+-.^_`|~";
    for (int byte = 1; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool token = letter || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
        const bool colon = c == ':';  // ends the name; what follows belongs to the value
        EXPECT_EQ(refused(with_fields("A" + std::string(1, c) + "B: x\r\n")), token || colon ? 0 : 400) << byte;
    }
}

TEST(HeadFields, are_refused_without_a_name_or_a_colon_right_behind_it) {
    for (const std::string_view lines : {": a\r\n", "X : a\r\n", "X\t: a\r\n", "X\r\n", "X a\r\n", "=\r\n", " \r\n"}) {
        EXPECT_EQ(refused(with_fields(lines)), 400) << lines;
    }
}

TEST(HeadFields, have_values_without_control_characters) {
    for (int byte = 0; byte < 256; ++byte) {
        const bool control = (byte < 0x20 && byte != '\t') || byte == 0x7f;
        const std::string lines = "X: a" + std::string(1, static_cast<char>(byte)) + "b\r\n";
        EXPECT_EQ(refused(with_fields(lines)), control ? 400 : 0) << byte;
    }
}

TEST(HeadFields, end_with_crlf_and_nothing_else) {
    for (const std::string_view lines :
         {"X: a\n", "X: a\r", "X: a\nY: b\r\n", "X: a\rY: b\r\n", "X: a\r\r\n", "X: a\n\r\n", "X: a\n\n"}) {
        EXPECT_EQ(refused(with_fields(lines)), 400) << lines;
    }
}

TEST(HeadFields, are_not_folded) {
    EXPECT_EQ(refused(with_fields("X: a\r\n b\r\n")), 400);
    EXPECT_EQ(refused(with_fields("X: a\r\n\tb\r\n")), 400);
    EXPECT_EQ(refused(with_fields("X: a\r\n Y: b\r\n")), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\n Host: example.org\r\n\r\n"), 400);
}

TEST(HeadFields, end_with_an_empty_line) {
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: example.org\r\n"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: example.org"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\n"), 400);
}

TEST(HeadFields, may_be_as_many_as_the_limit_and_no_more) {
    const HeadLimits limits;
    std::string lines;
    for (std::size_t i = 1; i < limits.fields; ++i) lines += "X: " + std::to_string(i) + "\r\n";  // Host is one, too
    EXPECT_EQ(refused(with_fields(lines)), 0);
    EXPECT_EQ(refused(with_fields(lines + "X: one more\r\n")), 431);
}

}  // namespace
}  // namespace toolkitd::http
