// The embeds as they are asked for.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/served_site.h"

namespace toolkitd::http {
namespace {

using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

domain::Catalogue catalogue() {
    auto built = testing::real_catalogue();
    built.toolkits[0].former_ids = {"reporting"};
    return built;
}

class EmbedAnswer : public ::testing::Test {
protected:
    bool has(std::string_view target, std::string_view text, std::vector<Field> fields = {}) const {
        const auto answer = site_.get(target, std::move(fields));
        EXPECT_EQ(answer.status, 200) << target;
        return answer.content().find(text) != std::string_view::npos;
    }

    ServedSite site_{catalogue(), kSwitch};
};

TEST_F(EmbedAnswer, is_what_every_parameter_chooses) {
    EXPECT_TRUE(has("/embed/lereporting?theme=dark", "class=\"theme-dark\""));
    EXPECT_TRUE(has("/embed/lereporting?theme=auto", "class=\"theme-auto\""));
    EXPECT_TRUE(has("/embed/lereporting/fragment?heading=4", "<h4 class=\"ct-heading\">"));
    EXPECT_TRUE(has("/embed/lereporting?lang=es", "<html lang=\"es\""));
    EXPECT_TRUE(has("/embed/lereporting", "<html lang=\"es\"", {{FieldName::accept_language, "es"}}));
    EXPECT_TRUE(has("/embed/lereporting?as_of=2024-08-28T03:59:59Z", "data-status=\"pending\""));
    EXPECT_FALSE(has("/embed/lereporting?sections=target-audience", "Toolkit Contents</h2>"));
    EXPECT_TRUE(has("/embed/lereporting?theme=dark&sections=target-audience&lang=es", "class=\"theme-dark\""));
}

TEST_F(EmbedAnswer, is_a_problem_where_a_value_is_none_that_there_is) {
    for (const auto& [target, parameter] : {std::pair{"/embed/lereporting?theme=pink", "theme"},
                                            {"/embed/lereporting?sections=nothing", "sections"},
                                            {"/embed/lereporting/fragment?heading=1", "heading"},
                                            {"/embed/lereporting/fragment?lang=fr", "lang"}}) {
        const auto answer = site_.get(target);
        EXPECT_EQ(answer.status, 400) << target;
        EXPECT_EQ(json(answer)["parameter"], parameter);
        EXPECT_EQ(value(answer, "Content-Type"), "application/problem+json");
    }
    EXPECT_EQ(site_.get("/embed/nothing").status, 404);
    EXPECT_EQ(site_.get("/embed/nothing/fragment?heading=3").status, 404);
}

TEST_F(EmbedAnswer, under_a_former_id_leads_to_todays_with_the_choice) {
    const auto way = [this](std::string_view target) { return value(site_.get(target), "Location"); };
    EXPECT_EQ(way("/embed/reporting"), "/embed/lereporting");
    EXPECT_EQ(way("/embed/reporting?theme=dark&lang=es"), "/embed/lereporting?theme=dark&lang=es");
    EXPECT_EQ(way("/embed/reporting/fragment?sections=target-audience&heading=3"),
              "/embed/lereporting/fragment?heading=3&sections=target-audience");
    EXPECT_EQ(way("/embed/lereporting/"), "/embed/lereporting");
}

TEST_F(EmbedAnswer, is_kept_up_to_the_switch_and_no_longer) {
    site_.clock.set(kSwitch - std::chrono::seconds{61});
    EXPECT_EQ(value(site_.get("/embed/lereporting/fragment?heading=3"), "Cache-Control"),
              "public, max-age=60, must-revalidate");
    const auto before = value(site_.get("/embed/lereporting"), "ETag");
    site_.clock.set(kSwitch);
    EXPECT_EQ(site_.get("/embed/lereporting", {{FieldName::if_none_match, before}}).status, 200);
    const auto tag = value(site_.get("/embed/lereporting"), "ETag");
    EXPECT_EQ(site_.get("/embed/lereporting", {{FieldName::if_none_match, tag}}).status, 304);
}

TEST_F(EmbedAnswer, allows_nothing_but_what_is_the_services_own_and_may_be_framed) {
    for (const std::string_view target : {"/embed/lereporting", "/embed/lereporting/fragment"}) {
        const auto answer = site_.get(target);
        EXPECT_EQ(value(answer, "Content-Security-Policy"),
                  "default-src 'none'; script-src 'none'; style-src 'none'; connect-src http: https:; img-src 'self' "
                  "data:; base-uri 'none'; form-action 'none'; frame-ancestors *");
        EXPECT_EQ(value(answer, "Content-Type"), "text/html; charset=utf-8");
        EXPECT_EQ(value(answer, "X-Frame-Options"), "none");
    }
    EXPECT_EQ(value(site_.get("/embed/lereporting?lang=es"), "Content-Language"), "en, es");
}

}  // namespace
}  // namespace toolkitd::http
