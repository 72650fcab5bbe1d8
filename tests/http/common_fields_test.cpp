#include "http/common_fields.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "http/served_site.h"

namespace toolkitd::http {
namespace {

using testing::value;

TEST(CommonFields, let_any_origin_read_every_answer) {
    Response response;
    add_common_fields(response, false);
    EXPECT_EQ(value(response, "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(value(response, "Cross-Origin-Resource-Policy"), "cross-origin");
    EXPECT_EQ(value(response, "Access-Control-Allow-Credentials"), "none");
    for (const std::string_view exposed : {"ETag", "Link", "Location", "Allow", "Date", "Toolkitd-Rehearsal"}) {
        EXPECT_NE(value(response, "Access-Control-Expose-Headers").find(exposed), std::string::npos) << exposed;
    }
}

TEST(CommonFields, forbid_guessing_and_telling_where_a_reader_came_from) {
    Response response;
    add_common_fields(response, false);
    EXPECT_EQ(value(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(value(response, "Referrer-Policy"), "no-referrer");
}

TEST(CommonFields, mark_a_rehearsal_and_nothing_else) {
    Response real;
    Response rehearsed;
    add_common_fields(real, false);
    add_common_fields(rehearsed, true);
    EXPECT_EQ(value(real, "Toolkitd-Rehearsal"), "none");
    EXPECT_EQ(value(rehearsed, "Toolkitd-Rehearsal"), "true");
}

TEST(CommonFields, stand_once_beside_those_of_an_answer) {
    for (Response response : {options_response(), problem_response({render::ProblemKind::not_found, "", {}}, "")}) {
        add_common_fields(response, true);
        std::set<std::string_view> names;
        for (const auto& [name, text] : testing::fields_of(response)) EXPECT_TRUE(names.insert(name).second) << name;
    }
}

TEST(OptionsResponse, answers_a_preflight) {
    const Response response = options_response();
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.content(), "");
    EXPECT_EQ(value(response, "Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(value(response, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
    EXPECT_NE(value(response, "Access-Control-Allow-Headers").find("If-None-Match"), std::string::npos);
    EXPECT_EQ(value(response, "Access-Control-Max-Age"), "86400");
}

TEST(ProblemResponse, bears_the_fields_that_its_status_asks_for) {
    const auto response = [](render::ProblemKind kind) { return problem_response({kind, "A sentence.", {}}, ""); };
    EXPECT_EQ(value(response(render::ProblemKind::method_not_allowed), "Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(value(response(render::ProblemKind::unavailable), "Retry-After"), "5");
    EXPECT_EQ(value(response(render::ProblemKind::not_found), "Allow"), "none");
    EXPECT_EQ(value(response(render::ProblemKind::not_found), "Retry-After"), "none");
}

TEST(ProblemResponse, is_kept_by_no_cache) {
    const render::Problem problem{render::ProblemKind::not_found, "A sentence.", {}};
    EXPECT_EQ(value(problem_response(problem, ""), "Cache-Control"), "no-store");
    EXPECT_EQ(value(problem_response(problem, ""), "Content-Type"), "application/problem+json");
}

}  // namespace
}  // namespace toolkitd::http
