#include "content/address.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

TEST(WebAddress, has_a_scheme_a_host_and_whatever_comes_behind) {
    for (const auto* address :
         {"https://publisher.example", "http://publisher.example/", "https://publisher.example:8443/a/b",
          "https://publisher.example?q=1#top", "https://10.0.0.1/a%20b", "https://p.example/a@b:c"}) {
        EXPECT_TRUE(is_web_address(address)) << address;
        EXPECT_TRUE(is_address(address)) << address;
    }
}

TEST(WebAddress, is_whole_and_well_written) {
    for (const auto* address :
         {"", "publisher.example", "/path", "//publisher.example", "https:", "https://", "https:///path", "https://?q",
          "https://.example", "https://-a.example", "https://p.example:port/", "https://p.example/a b",
          "https://p.example/<b>", "https://p.example/\"", "https://p.example/%2", "https://p.example/%zz",
          "https://bücher.example/", "HTTPS://p.example/", "ftp://p.example/"}) {
        EXPECT_FALSE(is_web_address(address)) << address;
        EXPECT_FALSE(is_address(address)) << address;
    }
}

TEST(WebAddress, names_no_user) {
    EXPECT_FALSE(is_web_address("https://publisher.example@elsewhere.example/"));
    EXPECT_FALSE(is_web_address("https://user:word@elsewhere.example/"));
}

TEST(Address, may_be_one_for_mail_or_for_a_telephone) {
    for (const auto* address : {"mailto:desk@publisher.example", "mailto:desk@publisher.example?subject=a%20b",
                                "tel:+1-555-0100", "tel:911"}) {
        EXPECT_TRUE(is_address(address)) << address;
        EXPECT_FALSE(is_web_address(address)) << address;
    }
    for (const auto* address : {"mailto:", "mailto:desk", "mailto:@publisher.example", "mailto:desk@",
                                "mailto:a b@c.example", "tel:", "tel:call"}) {
        EXPECT_FALSE(is_address(address)) << address;
    }
}

TEST(Address, is_nothing_that_a_browser_would_run) {
    for (const auto* address :
         {"javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///x", "blob:https://x.example/1"}) {
        EXPECT_FALSE(is_address(address)) << address;
    }
}

}  // namespace
}  // namespace toolkitd::content
