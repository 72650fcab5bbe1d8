#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::refused;

int refused_host(std::string_view lines, std::string_view version = "HTTP/1.1") {
    return refused("GET / " + std::string(version) + "\r\n" + std::string(lines) + "\r\n");
}

TEST(HeadHost, is_a_name_or_an_address_with_or_without_a_port) {
    for (const std::string_view host :
         {"example.org", "EXAMPLE.ORG", "localhost", "example.org:8080", "example.org:", "127.0.0.1", "127.0.0.1:80",
          "[::1]", "[::1]:8080", "[2001:db8::7]", "[v1.fe80::a+en1]", "[::ffff:192.0.2.1]", "a_b.example",
          "%E4.example", "xn--4ca.example", "a;b=c"}) {
        EXPECT_EQ(refused_host("Host: " + std::string(host) + "\r\n"), 0) << host;
    }
}

TEST(HeadHost, is_refused_where_it_is_anything_else) {
    for (const std::string_view host : {"",
                                        ":",
                                        ":80",
                                        "example.org/",
                                        "/v1",
                                        "http://example.org",
                                        "user@example.org",
                                        "a b",
                                        "example.org:80a",
                                        "example.org:-1",
                                        "example.org:80:80",
                                        "[::1",
                                        "::1",
                                        "[::1]x",
                                        "[::1]:x",
                                        "[]x",
                                        "a[b",
                                        "a]",
                                        "a\"b",
                                        "a<b",
                                        "a\\b",
                                        "a,b, c d",
                                        "example.org#",
                                        "example.org?x",
                                        "\xc3\xa4.example",
                                        "a|b",
                                        "[]",
                                        "[]:80",
                                        "[zz]",
                                        "[1]",
                                        "[:::1]",
                                        "[1:2:3:4:5:6:7:8:9]",
                                        "[12345::1]",
                                        "[v.a]",
                                        "[v1.]",
                                        "[vx.a]",
                                        "a%",
                                        "a%4",
                                        "a%zz"}) {
        EXPECT_EQ(refused_host("Host: " + std::string(host) + "\r\n"), 400) << host;
    }
}

TEST(HeadHost, is_there_exactly_once) {
    EXPECT_EQ(refused_host(""), 400);
    EXPECT_EQ(refused_host("Host: a\r\nHost: b\r\n"), 400);
    EXPECT_EQ(refused_host("Host: a\r\nhost: a\r\n"), 400);
    EXPECT_EQ(refused_host("Host: a\r\nX-Host: b\r\nHosts: c\r\n"), 0);
}

TEST(HeadHost, may_be_left_out_in_http_1_0_and_is_checked_where_it_is_there) {
    EXPECT_EQ(refused_host("", "HTTP/1.0"), 0);
    EXPECT_EQ(refused_host("Host: a\r\n", "HTTP/1.0"), 0);
    EXPECT_EQ(refused_host("Host: a b\r\n", "HTTP/1.0"), 400);
    EXPECT_EQ(refused_host("Host:\r\n", "HTTP/1.0"), 400);
    EXPECT_EQ(refused_host("Host: a\r\nHost: a\r\n", "HTTP/1.0"), 400);
}

TEST(HeadHost, is_demanded_with_an_absolute_target_too) {
    EXPECT_EQ(refused("GET http://example.org/ HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(refused("GET http://example.org/ HTTP/1.1\r\nHost: other.example\r\n\r\n"), 0);
}

}  // namespace
}  // namespace toolkitd::http
