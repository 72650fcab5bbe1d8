#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::refused;
using testing::with_line;

std::string line(std::string_view target, std::string_view method = "GET") {
    return with_line(std::string(method) + " " + std::string(target) + " HTTP/1.1");
}

std::string target_of(const std::string& bytes) {
    const auto head = check_head(bytes, {});
    return head ? std::string(head->target) : head.error().sentence;
}

TEST(HeadTarget, is_taken_as_it_stands_in_origin_form) {
    for (const std::string_view target :
         {"/", "/v1", "//", "/v1/toolkits/?as_of=2024-08-28T04:00:00Z&x=%0d%0a", "/%c3%A9", "/v1?%", "/v1?x=100%&y=%zz",
          "/a;b=c,d/e:f@g!$&'()*+", "/v1?", "/?a=/b?c", "/~user/[x]"}) {
        EXPECT_EQ(target_of(line(target)), target);
    }
}

TEST(HeadTarget, loses_scheme_and_host_in_absolute_form) {
    struct Form {
        std::string_view written;
        std::string_view means;
    };
    constexpr std::array kForms{
        Form{"http://example.org/v1", "/v1"},      Form{"http://example.org/v1?as_of=2024", "/v1?as_of=2024"},
        Form{"HTTP://EXAMPLE.ORG/", "/"},          Form{"http://example.org", "/"},
        Form{"http://example.org:8080/v1", "/v1"}, Form{"http://[::1]:8080/v1", "/v1"},
        Form{"http://127.0.0.1//x", "//x"},        Form{"http://example.org?x=1", "?x=1"},
    };
    for (const auto& [written, means] : kForms) EXPECT_EQ(target_of(line(written)), means) << written;
}

TEST(HeadTarget, is_refused_in_an_absolute_form_that_does_not_fit) {
    for (const std::string_view target : {"ftp://example.org/",
                                          "https://example.org/v1",
                                          "HTTPS://example.org",
                                          "example.org",
                                          "example.org:443",
                                          "v1",
                                          "http:/v1",
                                          "http:",
                                          "http://",
                                          "http:///v1",
                                          "http://?x",
                                          "http://:80/v1",
                                          "http://:/v1",
                                          "http://user@example.org/",
                                          "http://a b/",
                                          "http://[::1/",
                                          "://example.org/",
                                          "http://example.org:80a/",
                                          "?as_of=2024",
                                          "&",
                                          "**",
                                          "*/",
                                          "mailto:a@example.org"}) {
        EXPECT_EQ(refused(line(target)), 400) << target;
    }
}

TEST(HeadTarget, is_the_asterisk_for_options_alone) {
    EXPECT_EQ(target_of(line("*", "OPTIONS")), "*");
    EXPECT_EQ(target_of(line("http://example.org", "OPTIONS")), "*");
    EXPECT_EQ(target_of(line("http://example.org/", "OPTIONS")), "/");
    for (const std::string_view method : {"GET", "HEAD", "POST", "TRACE"}) EXPECT_EQ(refused(line("*", method)), 400);
}

TEST(HeadTarget, is_refused_where_its_path_holds_what_a_uri_cannot) {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool forbidden =
            byte < 0x21 || byte > 0x7e || std::string_view("#\"<>\\^`{|}").find(c) != std::string_view::npos;
        const std::string target = std::string("/a") + c + "20";
        EXPECT_EQ(refused(line(target)), forbidden ? 400 : 0) << byte;
        EXPECT_EQ(refused(line(target + "?x=y")), forbidden ? 400 : 0) << byte;
        EXPECT_EQ(refused(line("http://example.org" + target)), forbidden ? 400 : 0) << byte;
    }
}

// What browsers, curl and the libraries of most languages send as it is (docs/adr/0016).
TEST(HeadTarget, may_have_any_byte_in_its_query_but_space_control_characters_and_the_sign_of_a_fragment) {
    for (int byte = 0; byte < 256; ++byte) {
        const bool forbidden = byte < 0x21 || byte == 0x7f || byte == '#';
        const std::string query = std::string("?utm=a") + static_cast<char>(byte) + "b";
        EXPECT_EQ(refused(line("/v1" + query)), forbidden ? 400 : 0) << byte;
        EXPECT_EQ(refused(line("http://example.org/v1" + query)), forbidden ? 400 : 0) << byte;
        EXPECT_EQ(refused(line("http://example.org" + query)), forbidden ? 400 : 0) << byte;
    }
    const std::string raw = "/v1?a=b|c&d={{e.f}}&g=h^i`j\\k&\"<l>\"=\xc3\xa9\xe2\x80\xa8";
    EXPECT_EQ(target_of(line(raw)), raw);
    EXPECT_EQ(target_of(line("http://example.org" + raw)), raw);
}

TEST(HeadTarget, is_refused_where_its_path_holds_half_an_escape) {
    for (const std::string_view path : {"/%", "/%4", "/%zz", "/%4z", "/%z4", "/%%41", "/a%/b", "/%u0041", "/v1/%2"}) {
        EXPECT_EQ(refused(line(path)), 400) << path;
        EXPECT_EQ(refused(line(std::string(path) + "?x=y")), 400) << path;
        EXPECT_EQ(refused(line("http://example.org" + std::string(path))), 400) << path;
        EXPECT_EQ(refused(line("/?" + std::string(path))), 0) << path;
    }
}

TEST(HeadTarget, may_be_as_long_as_the_limit_and_no_longer) {
    const HeadLimits limits;
    const std::string longest = "/" + std::string(limits.target_bytes - 1, 'a');
    EXPECT_EQ(refused(line(longest)), 0);
    EXPECT_EQ(refused(line(longest + "a")), 414);
    EXPECT_EQ(refused(line("http://example.org" + longest)), 414);
}

TEST(HeadTarget, is_told_to_be_too_long_where_a_head_never_ends_for_it_and_not_for_its_method) {
    const HeadLimits limits;
    const auto status = [&](const std::string& bytes) { return render::status_code(too_large(bytes, limits).kind); };
    EXPECT_EQ(status("GET /" + std::string(limits.head_bytes, 'a')), 414);
    EXPECT_EQ(status("GET /" + std::string(limits.target_bytes + 100, 'a') + " HTTP/1.1\r\nHost: x\r\n"), 414);
    EXPECT_EQ(status(std::string(limits.head_bytes, 'A')), 501);
    EXPECT_EQ(status(std::string(limits.target_bytes, 'A') + " / HTTP/1.1\r\n"), 501);
    EXPECT_EQ(status(std::string(limits.head_bytes, 'A') + "@ / HTTP/1.1\r\n"), 501);  // however much has come
    EXPECT_EQ(status(std::string(limits.head_bytes, '@')), 400);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nCookie: " + std::string(limits.head_bytes, 'a')), 431);
    EXPECT_EQ(status("GET /" + std::string(limits.target_bytes - 1, 'a') +
                     " HTTP/1.1\r\nCookie: " + std::string(limits.head_bytes, 'a')),
              431);
}

}  // namespace
}  // namespace toolkitd::http
