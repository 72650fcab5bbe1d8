// Nothing that a client sends gets into a header field, whatever it looks like once it is decoded.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/sent.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::kSwitch;
using testing::sent_for;
using testing::ServedSite;

constexpr std::string_view kMark = "tainted";

void expect_clean(const ServedSite& site, std::string_view target, std::string_view fields = {}) {
    const auto out = sent_for(site.service, target, fields);
    EXPECT_TRUE(out.head.starts_with("HTTP/1.1 ")) << target;
    EXPECT_EQ(out.head.find(kMark), std::string::npos) << target << '\n' << out.head;
    EXPECT_EQ(out.head.find("\r\n\r\n"), out.head.size() - 4) << target << '\n' << out.head;
    for (std::size_t at = out.head.find('\n'); at != std::string::npos; at = out.head.find('\n', at + 1)) {
        EXPECT_EQ(out.head[at - 1], '\r') << target;
    }
}

TEST(Injection, through_a_path_fails) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view target : {"/tainted",
                                          "/tainted/",
                                          "/v1/tainted/",
                                          "/v1/toolkits/tainted/",
                                          "/v1/toolkits/tainted",
                                          "//tainted.example/",
                                          "/%0d%0aSet-Cookie:%20tainted",
                                          "/%0d%0aSet-Cookie:%20tainted/",
                                          "/v1/%0d%0a%0d%0a<html>tainted/",
                                          "/v1/resources/%0D%0Atainted:%20x/",
                                          "/v1/toolkits/lereporting/sections/%0atainted/",
                                          "/v1%0dtainted/",
                                          "/v1/resources/%00tainted/",
                                          "/%u000d%u000atainted/",
                                          "/%e5%98%8a%e5%98%8dtainted/",
                                          "/v1/..%2f..%2ftainted/",
                                          "/v1/resources%3fkind=tainted/",
                                          "/v1;tainted/",
                                          "http://tainted.example/v1/",
                                          "/v1/%5ctainted/"}) {
        expect_clean(site, target);
    }
}

TEST(Injection, through_a_query_fails) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view query :
         {"tainted", "x=tainted", "as_of=tainted", "as_of=2024-08-28%0d%0atainted", "as_of=%0d%0aSet-Cookie:tainted",
          "as_of=2024-08-28T04:00:00Z&x=%0d%0atainted:y", "kind=tainted", "kind=%0d%0atainted", "%0d%0atainted=x",
          "kind=practice_advisory&%0d%0atainted", "toolkit=lereporting%00tainted", "as_of=2024-08-28&as_of=tainted"}) {
        for (const std::string_view path :
             {"/v1", "/v1/", "/v1/resources", "/v1/resources/", "/", "/nothing", "/healthz/"}) {
            expect_clean(site, std::string(path) + "?" + std::string(query));
        }
    }
}

TEST(Injection, through_a_field_fails) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view fields :
         {"Origin: https://tainted.example\r\n", "X-Forwarded-Host: tainted.example\r\n",
          "If-None-Match: \"tainted\"\r\n", "Access-Control-Request-Headers: tainted\r\n",
          "Accept-Language: tainted\r\n", "Forwarded: host=tainted\r\n", "Connection: tainted\r\n",
          "Expect: tainted\r\n", "Range: tainted\r\n", "If-None-Match: \"%0d%0atainted\"\r\n"}) {
        for (const std::string_view target : {"/v1", "/v1/", "/nothing"}) expect_clean(site, target, fields);
    }
}

TEST(Injection, into_the_problem_that_tells_a_parameter_back_stays_a_string_of_json) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view value : {"%0d%0a%0d%0atainted", "%22,%22status%22:200,%22x%22:%22", "%00", "%ff%fe",
                                         "%c3", "%1b[2J", "%e2%80%a8", "%3Cscript%3Ealert(1)%3C/script%3E"}) {
        const auto out = sent_for(site.service, "/v1?as_of=" + std::string(value));
        EXPECT_TRUE(out.head.starts_with("HTTP/1.1 400 ")) << value;
        EXPECT_EQ(nlohmann::json::parse(out.content)["status"], 400) << value;
        EXPECT_EQ(out.content.find_first_of("\r\n"), out.content.size() - 1) << value;
    }
}

TEST(Injection, tells_back_no_more_of_a_long_value_than_a_person_can_read) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto out = sent_for(site.service, "/v1?as_of=" + std::string(5'000, 'x'));
    EXPECT_LT(out.content.size(), 1'000U);
}

}  // namespace
}  // namespace toolkitd::http
