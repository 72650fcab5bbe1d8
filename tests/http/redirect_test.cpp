#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::seconds;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

struct Way {
    std::string_view from;
    std::string_view to;  // "404" where there is none
};

// "guide" was "old-guide", and its toolkit was "reporting".
domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.resources[0].former_ids = {"old-guide", "older-guide"};
    built.toolkits[0].former_ids = {"reporting"};
    built.toolkits[0].sections[0].former_ids = {"audience"};
    return built;
}

std::string way_from(const ServedSite& site, std::string_view target) {
    const auto answer = site.get(target);
    return answer.status == 308 ? value(answer, "Location") : std::to_string(answer.status);
}

template <typename Ways>
void expect(const Ways& ways, const ServiceSettings& settings = {}) {
    const ServedSite site(catalogue(), kSwitch, settings);
    for (const auto& [from, to] : ways) EXPECT_EQ(way_from(site, from), to) << from;
}

TEST(Redirect, leads_from_the_root_to_the_index_for_now) {
    const ServedSite site(catalogue(), kSwitch);
    const auto answer = site.get("/");
    EXPECT_EQ(answer.status, 307);
    EXPECT_EQ(value(answer, "Location"), "/v1");
    EXPECT_EQ(value(answer, "Cache-Control"), "public, max-age=3600, must-revalidate");
    EXPECT_EQ(answer.content(), "");
}

TEST(Redirect, takes_trailing_slashes_away) {
    expect(std::array{
        Way{"/v1/", "/v1"},
        Way{"/v1//", "/v1"},
        Way{"/v1/toolkits/lereporting/", "/v1/toolkits/lereporting"},
        Way{"/v1/toolkits/lereporting/sections///", "/v1/toolkits/lereporting/sections"},
        Way{"/healthz/", "/healthz"},
        Way{"/openapi.json/", "/openapi.json"},
        Way{"//", "/"},
        Way{"/v1/toolkits/never/", "404"},
        Way{"/never/", "404"},
        Way{"//v1/", "404"},
        Way{"//example.org/", "404"},
    });
}

TEST(Redirect, leads_from_a_former_name_to_todays) {
    expect(std::array{
        Way{"/v1/resources/old-guide", "/v1/resources/guide"},
        Way{"/v1/resources/older-guide", "/v1/resources/guide"},
        Way{"/v1/resources/older-guide/", "/v1/resources/guide"},
        Way{"/v1/toolkits/reporting", "/v1/toolkits/lereporting"},
        Way{"/v1/toolkits/reporting/sections", "/v1/toolkits/lereporting/sections"},
        Way{"/v1/toolkits/lereporting/sections/audience", "/v1/toolkits/lereporting/sections/target-audience"},
        Way{"/v1/toolkits/reporting/sections/audience", "/v1/toolkits/lereporting/sections/target-audience"},
        Way{"/v1/toolkits/reporting/sections/target-audience", "/v1/toolkits/lereporting/sections/target-audience"},
        Way{"/v1/resources/guide", "200"},
        Way{"/v1/toolkits/old-guide", "404"},
    });
}

TEST(Redirect, keeps_what_it_understood_written_anew_and_drops_the_rest) {
    expect(std::array{
        Way{"/v1/?as_of=2024-08-28", "/v1?as_of=2024-08-28T07:00:00Z"},
        Way{"/v1/?as_of=2024-08-28T00:00:00-04:00&x=y", "/v1?as_of=2024-08-28T04:00:00Z"},
        Way{"/v1/?x=\r\nSet-Cookie: a", "/v1"},
        Way{"/v1/resources/old-guide?utm_source=a&as_of=2024-08-28T04:00:00.9Z",
            "/v1/resources/guide?as_of=2024-08-28T04:00:00Z"},
        Way{"/v1/resources/?toolkit=lereporting&x=y&audience=attorney",
            "/v1/resources?audience=attorney&toolkit=lereporting"},
        Way{"/v1/resources/?kind=practice_advisory&as_of=2024-08-28",
            "/v1/resources?kind=practice_advisory&as_of=2024-08-28T07:00:00Z"},
        Way{"/healthz/?as_of=2024-08-28", "/healthz"},
        Way{"/v1/?as_of=now", "400"},
        Way{"/v1/resources/?kind=none", "400"},
        Way{"/v1/resources/old-guide?as_of=now", "400"},
    });
}

TEST(Redirect, leads_to_the_public_address_where_there_is_one) {
    ServiceSettings settings;
    settings.public_url = "https://api.example.org/toolkits";
    expect(std::array{Way{"/v1/", "https://api.example.org/toolkits/v1"},
                      Way{"/v1/resources/old-guide", "https://api.example.org/toolkits/v1/resources/guide"}},
           settings);
    EXPECT_EQ(value(ServedSite(catalogue(), kSwitch, settings).get("/"), "Location"),
              "https://api.example.org/toolkits/v1");
}

TEST(Redirect, lasts_no_longer_than_what_it_leads_to) {
    auto built = catalogue();
    built.resources[0].window.until = kSwitch;
    ServedSite site(std::move(built), kSwitch - seconds{11});
    EXPECT_EQ(value(site.get("/v1/resources/old-guide"), "Cache-Control"), "public, max-age=10, must-revalidate");
    site.clock.set(kSwitch - seconds{1});
    EXPECT_EQ(way_from(site, "/v1/resources/old-guide"), "/v1/resources/guide");
    site.clock.set(kSwitch);
    EXPECT_EQ(way_from(site, "/v1/resources/old-guide"), "404");
}

TEST(Redirect, leads_somewhere_that_does_not_lead_on) {
    const ServedSite site(catalogue(), kSwitch);
    for (const std::string_view from :
         {"/v1//", "/v1/resources/older-guide/?as_of=2024-08-28", "/v1/resources/?kind=practice_advisory",
          "/v1/toolkits/reporting/sections/audience/"}) {
        EXPECT_EQ(site.get(way_from(site, from)).status, 200) << from;
    }
}

}  // namespace
}  // namespace toolkitd::http
