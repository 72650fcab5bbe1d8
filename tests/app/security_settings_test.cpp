#include "app/security_settings.h"

#include <gtest/gtest.h>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::sentence;

TEST(SecuritySettings, take_addresses_that_rfc_9116_has) {
    for (const auto* right : {"", "mailto:security@t.example", "tel:+1-201-555-0123", "https://t.example/report"}) {
        EXPECT_EQ(valid_security_contact(right), "") << right;
    }
    for (const auto* wrong :
         {"security@t.example", "http://t.example/", "mailto:", "https://t.example/\nX: y", "javascript:x"}) {
        EXPECT_NE(valid_security_contact(wrong), "") << wrong;
    }
    EXPECT_EQ(valid_security_policy("https://t.example/policy"), "");
    EXPECT_NE(valid_security_policy("http://t.example/policy"), "");
    EXPECT_EQ(valid_security_languages("en, es-MX"), "");
    EXPECT_NE(valid_security_languages("en\nX: y"), "");
    EXPECT_EQ(valid_security_expires("2027-06-30T00:00:00Z"), "");
    EXPECT_NE(valid_security_expires("2027-06-30"), "");
    EXPECT_NE(valid_security_expires("2027-06-30T00:00:00 05:00"), "");
}

TEST(SecuritySettings, are_refused_one_without_the_other) {
    const std::string said =
        "the settings security_contact and security_expires are one without the other; RFC 9116 "
        "wants both: whom to tell, and until when that holds";
    EXPECT_EQ(sentence(run({"show", "/v1", "--security-contact", "mailto:s@t.example"})), said);
    EXPECT_EQ(sentence(run({"show", "/v1", "--security-expires", "2027-01-01T00:00:00Z"})), said);
    EXPECT_EQ(sentence(run({"show", "/v1", "--security-policy", "https://t.example/p"})),
              "the settings security_policy and security_languages mean nothing without security_contact");
}

TEST(SecuritySettings, are_what_security_txt_says) {
    EXPECT_EQ(run({"show", "/.well-known/security.txt", "--security-contact", "mailto:s@t.example",
                   "--security-expires", "2027-01-01T00:00:00Z"})
                  .out,
              "Contact: mailto:s@t.example\nExpires: 2027-01-01T00:00:00Z\n");
}

TEST(SecuritySettings, expire_at_their_instant) {
    Settings settings;
    settings.security.expires = "2027-01-01T00:00:00Z";
    const auto expires = *base::parse_rfc3339(settings.security.expires);
    EXPECT_FALSE(security_has_expired(settings, expires - std::chrono::seconds{1}));
    EXPECT_TRUE(security_has_expired(settings, expires));
    settings.security.expires.clear();
    EXPECT_FALSE(security_has_expired(settings, expires));
}

}  // namespace
}  // namespace toolkitd::app
