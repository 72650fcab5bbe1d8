#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::refused;
using testing::with_line;

TEST(HeadRequestLine, knows_the_methods_of_a_path_and_those_that_no_path_takes) {
    struct Named {
        std::string_view written;
        Method means;
    };
    constexpr std::array kMethods{
        Named{"GET", Method::get},     Named{"HEAD", Method::head},   Named{"OPTIONS", Method::options},
        Named{"POST", Method::other},  Named{"PUT", Method::other},   Named{"DELETE", Method::other},
        Named{"PATCH", Method::other}, Named{"TRACE", Method::other},
    };
    for (const auto& [written, means] : kMethods) {
        const std::string bytes = with_line(std::string(written) + " /v1 HTTP/1.1");
        const auto head = check_head(bytes, {});
        ASSERT_TRUE(head) << written;
        EXPECT_EQ(head->method, means) << written;
    }
}

TEST(HeadRequestLine, does_not_implement_a_method_that_it_does_not_know) {
    for (const std::string_view method :
         {"get", "Get", "PROPFIND", "BREW", "G", "GETX", "M-SEARCH", "!#$%&'*+-.^_`|~"}) {
        EXPECT_EQ(refused(with_line(std::string(method) + " / HTTP/1.1")), 501) << method;
    }
}

TEST(HeadRequestLine, refuses_connect_whatever_its_target) {
    EXPECT_EQ(refused(with_line("CONNECT example.org:443 HTTP/1.1")), 405);
    EXPECT_EQ(refused(with_line("CONNECT / HTTP/1.1")), 405);
}

TEST(HeadRequestLine, takes_every_minor_version_of_http_1) {
    for (const std::string_view version : {"HTTP/1.0", "HTTP/1.1", "HTTP/1.2", "HTTP/1.9"}) {
        EXPECT_EQ(refused(with_line("GET / " + std::string(version))), 0) << version;
    }
}

TEST(HeadRequestLine, takes_a_later_minor_version_as_1_1) {
    const std::string without_host = "GET / HTTP/1.2\r\n\r\n";
    EXPECT_EQ(refused(without_host), 400);
    const std::string bytes = with_line("GET / HTTP/1.2");
    EXPECT_TRUE(check_head(bytes, {})->keep_alive);
}

TEST(HeadRequestLine, supports_no_other_major_version) {
    for (const std::string_view version : {"HTTP/2.0", "HTTP/0.9", "HTTP/3.0", "HTTP/9.9"}) {
        EXPECT_EQ(refused(with_line("GET / " + std::string(version))), 505) << version;
    }
    EXPECT_EQ(refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
}

TEST(HeadRequestLine, refuses_what_is_no_version) {
    for (const std::string_view version :
         {"", "HTTP", "HTTP/1", "HTTP/1.", "HTTP/11", "HTTP/1.10", "HTTP/01.1", "http/1.1", "HTTP/1,1", "HTTP/a.1",
          "HTTP/1.b", "HTTPS/1.1", "HTTP/1.1 ", " HTTP/1.1", "HTTP/1.1\t", "HTTP/-1.1", "HTTP/1.1 HTTP/1.1"}) {
        EXPECT_EQ(refused(with_line("GET / " + std::string(version))), 400) << '"' << version << '"';
    }
}

TEST(HeadRequestLine, refuses_a_line_of_another_shape) {
    for (const std::string_view line : {"", " ", "GET", "GET ", "GET /", "GET  / HTTP/1.1", " GET / HTTP/1.1",
                                        "GET\t/\tHTTP/1.1", "GET / v1 HTTP/1.1", "/ HTTP/1.1", "G(T / HTTP/1.1",
                                        "GET, / HTTP/1.1", "GE\x01T / HTTP/1.1", "\xff / HTTP/1.1", "GET:/ HTTP/1.1"}) {
        EXPECT_EQ(refused(with_line(line)), 400) << '"' << line << '"';
    }
}

TEST(HeadRequestLine, refuses_a_line_that_does_not_end_with_crlf) {
    EXPECT_EQ(refused("GET / HTTP/1.1\nHost: example.org\r\n\r\n"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\rHost: example.org\r\n\r\n"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1"), 400);
    EXPECT_EQ(refused(""), 400);
}

TEST(HeadRequestLine, refuses_a_line_with_a_nul) {
    using namespace std::string_view_literals;
    EXPECT_EQ(refused(with_line("GET /\0 HTTP/1.1"sv)), 400);
    EXPECT_EQ(refused(with_line("GET\0 / HTTP/1.1"sv)), 400);
    EXPECT_EQ(refused(with_line("GET / HTTP/1.1\0"sv)), 400);
}

}  // namespace
}  // namespace toolkitd::http
