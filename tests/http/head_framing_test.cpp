#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::refused;
using testing::with_fields;

std::string length(std::string_view value) { return with_fields("Content-Length: " + std::string(value) + "\r\n"); }
std::string coding(std::string_view value) { return with_fields("Transfer-Encoding: " + std::string(value) + "\r\n"); }

TEST(HeadFraming, is_no_content_without_a_word_about_it) {
    const std::string bytes = with_fields("");
    const auto head = check_head(bytes, {});
    EXPECT_EQ(head->content_length, 0U);
    EXPECT_FALSE(head->chunked);
}

TEST(HeadFraming, reads_content_length_as_one_number) {
    struct Length {
        std::string_view written;
        std::uint64_t means;
    };
    constexpr std::array kLengths{
        Length{"0", 0},          Length{"5", 5},
        Length{"\t 5 \t", 5},    Length{"70", 70},
        Length{"65536", 65'536}, Length{"18446744073709551615", std::numeric_limits<std::uint64_t>::max()},
    };
    for (const auto& [written, means] : kLengths) {
        const std::string bytes = length(written);
        const auto head = check_head(bytes, {});
        ASSERT_TRUE(head) << written;
        EXPECT_EQ(head->content_length, means) << written;
    }
}

TEST(HeadFraming, refuses_a_content_length_that_is_anything_else) {
    for (const std::string_view value :
         {"", "+5", "-5", "-0", "0x5", "5x", "5 5", "5,5", "5, 5", "5,", ",5", "5.0", "1e3", "a", "\"5\"", "5;", "٥"}) {
        EXPECT_EQ(refused(length(value)), 400) << value;
    }
}

TEST(HeadFraming, refuses_two_content_lengths_even_where_they_agree) {
    EXPECT_EQ(refused(with_fields("Content-Length: 5\r\nContent-Length: 6\r\n")), 400);
    EXPECT_EQ(refused(with_fields("Content-Length: 5\r\ncontent-length: 5\r\n")), 400);
}

TEST(HeadFraming, refuses_a_content_length_that_no_machine_can_count) {
    EXPECT_EQ(refused(length("18446744073709551616")), 400);
    EXPECT_EQ(refused(length(std::string(200, '9'))), 400);
}

TEST(HeadFraming, refuses_a_content_length_that_could_be_octal) {
    for (const std::string_view value : {"00", "007", "010", "0200", "0000000000000000000000005"}) {
        EXPECT_EQ(refused(length(value)), 400) << value;
    }
}

TEST(HeadFraming, knows_chunked_in_any_case) {
    for (const std::string_view value : {"chunked", "Chunked", "CHUNKED", " chunked\t"}) {
        const std::string bytes = coding(value);
        const auto head = check_head(bytes, {});
        ASSERT_TRUE(head) << value;
        EXPECT_TRUE(head->chunked) << value;
    }
}

TEST(HeadFraming, implements_no_other_coding) {
    for (const std::string_view value : {"gzip, chunked", "x,Chunked", "chunked, chunked", ",chunked"}) {
        EXPECT_EQ(refused(coding(value)), 501) << value;
    }
}

TEST(HeadFraming, cannot_tell_where_content_ends_unless_chunked_is_the_last_coding) {
    for (const std::string_view value : {"gzip", "identity", "", "chunked, gzip", "chunked,", "chunked;q=1",
                                         "\"chunked\"", "xchunked", "chunkedx", "chunked identity", "gzip, xchunked"}) {
        EXPECT_EQ(refused(coding(value)), 400) << value;
    }
}

TEST(HeadFraming, refuses_what_two_readers_could_read_in_two_ways) {
    for (const std::string_view lines : {
             "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
             "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
             "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
             "Content-Length: 5\r\nTransfer-Encoding: gzip\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\ntransfer-encoding: identity\r\n",
             "Transfer-Encoding : chunked\r\n",
             "Transfer-Encoding:\x0b chunked\r\n",
         }) {
        EXPECT_EQ(refused(with_fields(lines)), 400) << lines;
    }
}

TEST(HeadFraming, knows_no_transfer_encoding_in_http_1_0) {
    EXPECT_EQ(refused(with_fields("Transfer-Encoding: chunked\r\n", "HTTP/1.0")), 400);
    EXPECT_EQ(refused(with_fields("Content-Length: 5\r\n", "HTTP/1.0")), 0);
}

}  // namespace
}  // namespace toolkitd::http
