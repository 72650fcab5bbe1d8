#include "content/address.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

TEST(WebAddress, has_a_scheme_a_host_and_whatever_comes_behind) {
    for (const auto* address : {"https://publisher.example",
                                "http://publisher.example/",
                                "https://publisher.example:8443/a/b",
                                "https://publisher.example?q=1#top",
                                "https://10.0.0.1/a%20b",
                                "https://p.example/a@b:c",
                                "https://p.example:65535/",
                                "https://p.example:443",
                                "https://p.example./",
                                "https://[2001:db8::1]/",
                                "https://[::1]:8443/a",
                                "https://[::ffff:192.0.2.1]/",
                                "https://my_site.p.example/",
                                "https://255.255.255.255/",
                                "https://xn--bcher-kva.example/",
                                "https://xn--mnchen-3ya.example/",
                                "https://xn--p1ai/",
                                "https://1.example/",
                                "https://300.example/",
                                "https://p.example/a_(b)",
                                "https://p.example/?q[]=1&r=a;b,c!*'",
                                "https://0x.example/"}) {
        EXPECT_TRUE(is_web_address(address)) << address;
        EXPECT_TRUE(is_address(address)) << address;
    }
}

TEST(WebAddress, is_whole_and_well_written) {
    for (const auto* address : {"",
                                "publisher.example",
                                "/path",
                                "//publisher.example",
                                "https:",
                                "https://",
                                "https:///path",
                                "https://?q",
                                "https://.example",
                                "https://-a.example",
                                "https://p.example:port/",
                                "https://p.example/a b",
                                "https://p.example/<b>",
                                "https://p.example/\"",
                                "https://p.example/%2",
                                "https://p.example/%zz",
                                "https://p.example:65536/",
                                "https://p.example:99999/",
                                "https://p.example:80443/",
                                "https://p.example:0/",
                                "https://1.2.3.400/",
                                "https://example.300/",
                                "https://x.1/",
                                "https://1.2.3/",
                                "https://1.2.3.4.5/",
                                "https://01.2.3.4/",
                                "https://a.0x1/",
                                "https://256.256.256.256/",
                                "https://xn--a/",
                                "https://xn--/",
                                "https://xn--abc-/",
                                "https://xn--bcher-kv.example/",
                                "https://a..example/",
                                "https://[::1/",
                                "https://[::g]/",
                                "https://[1:2:3]/",
                                "https://[::1%25eth0]/",
                                "https://::1/",
                                "https://https://p.example/",
                                "https://[]/",
                                "https://bücher.example/",
                                "HTTPS://p.example/",
                                "ftp://p.example/"}) {
        EXPECT_FALSE(is_web_address(address)) << address;
        EXPECT_FALSE(is_address(address)) << address;
    }
}

TEST(WebAddress, is_no_longer_than_anybody_needs) {
    EXPECT_TRUE(is_web_address("https://p.example/" + std::string(1'982, 'x')));
    EXPECT_FALSE(is_web_address("https://p.example/" + std::string(1'983, 'x')));
    EXPECT_FALSE(is_web_address("https://" + std::string(64, 'x') + ".example/"));
}

TEST(AsUri, encodes_letters_behind_the_host_and_leaves_what_is_no_letter) {
    EXPECT_EQ(as_uri("https://p.example/víctima?q=ñ#É"), "https://p.example/v%C3%ADctima?q=%C3%B1#%C3%89");
    EXPECT_EQ(as_uri("https://p.example/a%20b"), "https://p.example/a%20b");
    for (const auto* address : {"https://bücher.example/", "https://p.example/”",
                                "https://p.example/a\xC2\xA0"
                                "b",
                                "https://p.example/\xE2\x80\x8B", "https://p.example/…", "https://p.example/\xff"}) {
        EXPECT_EQ(as_uri(address), address);
        EXPECT_FALSE(is_address(as_uri(address))) << address;
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
