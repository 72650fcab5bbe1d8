#include "http/body_skipper.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace toolkitd::http {
namespace {

using Progress = BodySkipper::Progress;
using namespace std::string_view_literals;

constexpr std::size_t kBudget = 1000;
constexpr std::string_view kNext = "GET /next";  // what follows the content, and must be left alone

Head with_length(std::uint64_t length) {
    Head head;
    head.content_length = length;
    return head;
}

Head chunked() {
    Head head;
    head.chunked = true;
    return head;
}

// Gives the bytes in two parts, and tells in a word what became of them: "done", "more", "bad" or "too_large"; or after
// how many bytes it was done, where that is not the end of the content.
std::string skip(const Head& head, std::string_view content, std::size_t split = 0, std::size_t budget = kBudget) {
    const std::string bytes = std::string(content) + std::string(kNext);
    BodySkipper skipper(head, budget);
    std::string_view rest = std::string_view(bytes).substr(0, split);
    Progress progress = skipper.skip(rest);
    std::size_t taken = split - rest.size();
    if (progress == Progress::more) {
        rest = std::string_view(bytes).substr(taken);
        progress = skipper.skip(rest);
        taken = bytes.size() - rest.size();
    }
    switch (progress) {
        case Progress::more: return "more";
        case Progress::bad: return "bad";
        case Progress::too_large: return "too_large";
        case Progress::done: return taken == content.size() ? "done" : "done after " + std::to_string(taken);
    }
    return {};
}

TEST(BodySkipper, has_nothing_to_do_without_content) {
    BodySkipper skipper;
    std::string_view input = kNext;
    EXPECT_EQ(skipper.skip(input), Progress::done);
    EXPECT_EQ(input, kNext);
    EXPECT_EQ(skip(with_length(0), ""), "done");
}

TEST(BodySkipper, takes_as_many_bytes_as_were_announced_however_they_are_split) {
    const std::string content = "GET /x HTTP/1.1\r\n\r\n";
    for (std::size_t split = 0; split <= content.size(); ++split) {
        EXPECT_EQ(skip(with_length(content.size()), content, split), "done") << split;
    }
    EXPECT_EQ(skip(with_length(content.size() + kNext.size() + 1), content), "more");
}

TEST(BodySkipper, takes_chunks_however_they_are_split) {
    for (const std::string_view content :
         {"0\r\n\r\n"sv, "5\r\nhello\r\n0\r\n\r\n"sv, "1\r\n\n\r\n2\r\n\r\n\r\n0\r\n\r\n"sv,
          "0a;name=value;flag;q=\"a;b\"\r\n0\r\n\r\n0\r\n\r\n\r\n00\r\n\r\n"sv,
          "A;\t x\r\n0123456789\r\n0;last\r\nTrailer: one\r\nOther:\r\n\r\n"sv,
          "5 \t; a = b\r\nhello\r\n0 ;a\r\n\r\n"sv,
          "1;a;b=c ;d = \"e\\\"f;g=\\\\\xe9\t\" ; h\r\nx\r\n0;a=\"\"\r\nx!#: \xe9\r\n\r\n"sv}) {
        for (std::size_t split = 0; split <= content.size(); ++split) {
            EXPECT_EQ(skip(chunked(), content, split), "done") << content << " at " << split;
        }
    }
}

TEST(BodySkipper, takes_chunks_a_byte_at_a_time) {
    const std::string content = "5;a=b\r\nhello\r\n00c\r\nhello, again\r\n0\r\nX: y\r\n\r\n";
    BodySkipper skipper(chunked(), kBudget);
    for (std::size_t i = 0; i < content.size(); ++i) {
        std::string_view input = std::string_view(content).substr(i, 1);
        EXPECT_EQ(skipper.skip(input), i + 1 < content.size() ? Progress::more : Progress::done) << i;
        EXPECT_TRUE(input.empty());
    }
}

TEST(BodySkipper, reads_hexadecimal_sizes_in_either_case) {
    const std::string data(0x1f, 'x');
    for (const std::string_view size : {"1f", "1F", "01f", "0000001F", "0000000000000000000000001f"}) {
        EXPECT_EQ(skip(chunked(), std::string(size) + "\r\n" + data + "\r\n0\r\n\r\n"), "done") << size;
    }
}

TEST(BodySkipper, refuses_chunks_of_any_other_form) {
    for (const std::string_view content : {
             "\r\n"sv,
             ";a\r\n"sv,
             "g\r\n"sv,
             "0x5\r\n"sv,
             "-5\r\n"sv,
             "+5\r\n"sv,
             " 5\r\n"sv,
             "5 \r\n"sv,
             "5 a\r\n"sv,
             "5 5;a\r\n"sv,
             "5;\r\n"sv,
             "5; \r\n"sv,
             "5;;a\r\n"sv,
             "5;=a\r\n"sv,
             "5;a[=b\r\n"sv,
             "5;[a\r\n"sv,
             "5;{}\r\n"sv,
             "5;a@\r\n"sv,
             "5;a \r\n"sv,
             "5;a b\r\n"sv,
             "5;a=\r\n"sv,
             "5;a= \r\n"sv,
             "5;a=;b\r\n"sv,
             "5;a==b\r\n"sv,
             "5;a=b=c\r\n"sv,
             "5;a=b c\r\n"sv,
             "5;a=b \r\n"sv,
             "5;a=b\"\r\n"sv,
             "5;a=\xe9\r\n"sv,
             "5;a=\"b\r\n"sv,
             "5;a=\"b\\\r\n"sv,
             "5;a=\"\x01\"\r\n"sv,
             "5;a=\"b\"c\r\n"sv,
             "5;a=\"b\" c\r\n"sv,
             "5;a=\"b\" \r\n"sv,
             "5;a=b;\r\n"sv,
             "0;a[=b\r\n"sv,
             "0\r\nX[: y\r\n\r\n"sv,
             "0\r\nX/Y: y\r\n\r\n"sv,
             "0\r\nX\xe9: y\r\n\r\n"sv,
             "0\r\nX\r\n\r\n"sv,
             "0\r\n: y\r\n\r\n"sv,
             "0\r\nX : y\r\n\r\n"sv,
             "0\r\nX: y\r\n z\r\n\r\n"sv,
             "5\n"sv,
             "5\rhello"sv,
             "5\r\r\n"sv,
             "5;a\nhello"sv,
             "5;a\rb\r\n"sv,
             "5;\0\r\n"sv,
             "5;\x7f\r\n"sv,
             "5\r\nhello0\r\n\r\n"sv,
             "5\r\nhello\n0\r\n\r\n"sv,
             "5\r\nhello\r0\r\n\r\n"sv,
             "5\r\nhello\r\n\r\n"sv,
             "4\r\nhello\r\n"sv,
             "0\r\n\n"sv,
             "0\r\n\r\r"sv,
             "0\r\nX: y\n\r\n"sv,
             "0\r\nX: \x01\r\n\r\n"sv,
             "0\r\nX: y\r\n\rZ"sv,
             "100000000\r\n"sv,
             "0100000000\r\n"sv,
             "fffffffff\r\n"sv,
             "5\0\r\n"sv,
             "\xff\r\n"sv,
             "5,5\r\n"sv,
         }) {
        EXPECT_EQ(skip(chunked(), content), "bad") << content;
    }
}

TEST(BodySkipper, wants_more_until_the_last_line_has_ended) {
    const std::string content = "5\r\nhello\r\n0\r\nX: y\r\n\r\n";
    for (std::size_t length = 0; length < content.size(); ++length) {
        BodySkipper skipper(chunked(), kBudget);
        std::string_view input = std::string_view(content).substr(0, length);
        EXPECT_EQ(skipper.skip(input), Progress::more) << length;
    }
}

TEST(BodySkipper, takes_what_the_budget_allows_and_no_more) {
    EXPECT_EQ(skip(with_length(10), "0123456789", 0, 10), "done");
    EXPECT_EQ(skip(with_length(11), "0123456789a", 0, 10), "too_large");
    EXPECT_EQ(skip(with_length(~std::uint64_t{0}), "", 0, 10), "too_large");
    EXPECT_EQ(skip(chunked(), "1\r\nx\r\n0\r\n\r\n", 0, 11), "done");
    for (std::size_t budget = 0; budget < 11; ++budget) {
        EXPECT_EQ(skip(chunked(), "1\r\nx\r\n0\r\n\r\n", 0, budget), "too_large") << budget;
    }
}

TEST(BodySkipper, counts_framing_against_the_budget_so_that_nobody_sends_it_for_ever) {
    std::string extensions = "1;";
    std::string trailers = "0\r\n";
    std::string chunks;
    for (int i = 0; i < 400; ++i) {
        extensions += "a=b;";
        trailers += "A: b\r\n";
        chunks += "1\r\nx\r\n";
    }
    for (const auto& endless : {extensions, trailers, chunks}) EXPECT_EQ(skip(chunked(), endless), "too_large");
    EXPECT_EQ(skip(chunked(), "FFFFFFFF\r\n" + std::string(2 * kBudget, 'x')), "too_large");
}

TEST(BodySkipper, says_that_content_is_too_large_before_any_of_it_has_come) {
    BodySkipper skipper(with_length(kBudget + 1), kBudget);
    std::string_view nothing;
    EXPECT_EQ(skipper.skip(nothing), Progress::too_large);
    BodySkipper chunk_skipper(chunked(), kBudget);
    std::string_view size = "FFFFFFFF\r\n";
    EXPECT_EQ(chunk_skipper.skip(size), Progress::too_large);
}

}  // namespace
}  // namespace toolkitd::http
