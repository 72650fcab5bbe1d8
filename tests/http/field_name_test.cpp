#include "http/field_name.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

TEST(FieldNames, are_compared_without_regard_to_the_case_of_ascii_letters) {
    EXPECT_TRUE(equal_names("Content-Length", "content-LENGTH"));
    EXPECT_TRUE(equal_names("", ""));
    EXPECT_FALSE(equal_names("Host", "Hosts"));
    EXPECT_FALSE(equal_names("a@z", "a`z"));
    EXPECT_FALSE(equal_names("[", "{"));
    EXPECT_FALSE(equal_names("\xc4", "\xe4"));
}

TEST(FieldNames, are_known_in_any_case) {
    struct Known {
        std::string_view text;
        FieldName name;
    };
    constexpr std::array kKnown{
        Known{"ACCEPT-encoding", FieldName::accept_encoding},
        Known{"connection", FieldName::connection},
        Known{"content-length", FieldName::content_length},
        Known{"expect", FieldName::expect},
        Known{"Host", FieldName::host},
        Known{"if-match", FieldName::if_match},
        Known{"if-Modified-since", FieldName::if_modified_since},
        Known{"if-None-match", FieldName::if_none_match},
        Known{"if-unmodified-since", FieldName::if_unmodified_since},
        Known{"TraceParent", FieldName::traceparent},
        Known{"TRANSFER-ENCODING", FieldName::transfer_encoding},
    };
    for (const auto& [text, name] : kKnown) EXPECT_EQ(field_name(text), name) << text;
}

TEST(FieldNames, are_others_where_the_service_does_not_act_on_them) {
    for (const std::string_view name : {"", "User-Agent", "Referer", "Cookie", "Range", "REMOTE_ADDR", "LOCAL_PORT",
                                        "Hos", "If-Range", "Content_Length", "Content-Lengthy"}) {
        EXPECT_EQ(field_name(name), FieldName::other) << name;
    }
}

TEST(FieldNames, TellThatAProxyWasThere) {
    for (const std::string_view name :
         {"Forwarded", "VIA", "X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "X-Forwarded",
          "X-Forwarded-Anything", "X-Real-IP", "CF-Connecting-IP", "CDN-Loop", "True-Client-IP", "x-varnish"})
        EXPECT_TRUE(is_of_proxies(name)) << name;
    for (const std::string_view name :
         {"", "Viaduct", "X-Requested-With", "X-Forward", "Forwards", "Cookie", "Traceparent"})
        EXPECT_FALSE(is_of_proxies(name)) << name;
    const auto forwarded = [](const std::string& fields) {
        const auto request = testing::with_fields(fields);
        const auto head = check_head(request, {});
        return head && head->is_forwarded;
    };
    EXPECT_TRUE(forwarded("X-Forwarded-For: 192.0.2.1\r\n"));
    EXPECT_TRUE(forwarded("Accept: */*\r\nvia:\r\n"));
    EXPECT_FALSE(forwarded("Accept: */*\r\nX-Requested-With: x\r\n"));
}

TEST(FieldNames, let_nothing_that_tells_of_a_reader_past_the_head) {
    const auto request = testing::with_fields(
        "User-Agent: someone\r\nReferer: https://example.org/\r\n"
        "Cookie: a=b\r\nX-Forwarded-For: 192.0.2.1\r\nRange: bytes=0-1\r\n"
        "Accept-Encoding: br\r\n");
    const auto head = check_head(request, {});
    ASSERT_TRUE(head);
    ASSERT_EQ(head->fields.size(), 2U);
    EXPECT_EQ(head->fields[0].value, "example.org");
    EXPECT_EQ(head->fields[1].value, "br");
}

}  // namespace
}  // namespace toolkitd::http
