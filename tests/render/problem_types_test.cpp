// Every kind of problem has a type, and every type a page at the address that it names.
#include <gtest/gtest.h>

#include <set>

#include "render/json_text.h"
#include "render/problem.h"
#include "render/rendered.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using testing::json_at;
using testing::Rendered;
using testing::text_at;

const std::vector<std::pair<ProblemKind, int>> kKinds{{ProblemKind::bad_request, 400},
                                                      {ProblemKind::invalid_parameter, 400},
                                                      {ProblemKind::unknown_parameter, 400},
                                                      {ProblemKind::not_found, 404},
                                                      {ProblemKind::method_not_allowed, 405},
                                                      {ProblemKind::request_timeout, 408},
                                                      {ProblemKind::gone, 410},
                                                      {ProblemKind::precondition_failed, 412},
                                                      {ProblemKind::content_too_large, 413},
                                                      {ProblemKind::uri_too_long, 414},
                                                      {ProblemKind::head_too_large, 431},
                                                      {ProblemKind::internal_error, 500},
                                                      {ProblemKind::not_implemented, 501},
                                                      {ProblemKind::unavailable, 503},
                                                      {ProblemKind::version_not_supported, 505}};

const Rendered& rendered() {
    static const Rendered kRendered(testing::empty_catalogue(), "2024-05-01");
    return kRendered;
}

std::string problem(ProblemKind kind) { return problem_json({kind, "It is so.", {}}, ""); }

TEST(ProblemTypes, include_every_kind) {
    EXPECT_EQ(kKinds.size(), static_cast<std::size_t>(ProblemKind::version_not_supported) + 1);
    std::set<std::string> types;
    for (const auto& [kind, status] : kKinds) types.insert(text_at(problem(kind), "/type"));
    EXPECT_EQ(types.size(), kKinds.size());
}

TEST(ProblemTypes, have_the_status_code_of_their_answer) {
    for (const auto& [kind, status] : kKinds) {
        EXPECT_EQ(status_code(kind), status);
        EXPECT_EQ(json_at(problem(kind), "/status"), std::to_string(status));
    }
}

TEST(ProblemTypes, are_documented_at_the_address_that_they_name) {
    for (const auto& [kind, status] : kKinds) {
        const std::string path = text_at(problem(kind), "/type");
        ASSERT_TRUE(rendered().has(path)) << path;
        EXPECT_EQ(rendered().keys(path), "id status title meaning what_to_do");
        EXPECT_EQ("/v1/problems/" + rendered().text(path, "/data/id"), path);
        EXPECT_EQ(rendered().json(path, "/data/status"), std::to_string(status));
        EXPECT_EQ(rendered().text(path, "/data/title"), text_at(problem(kind), "/title"));
        EXPECT_EQ(rendered().text(path, "/links/up"), "/v1/problems");
    }
}

TEST(ProblemTypes, are_documented_in_whole_sentences_in_every_language) {
    for (const auto language : kLanguages) {
        const Rendered pages(testing::empty_catalogue(), "2024-05-01", {}, language);
        for (const auto& [kind, status] : kKinds) {
            const auto path = text_at(problem(kind), "/type");
            EXPECT_EQ(pages.text(path, "/data/title"), text_at(problem_json({kind, "", {}}, "", language), "/title"));
            for (const std::string key : {"/data/meaning", "/data/what_to_do"}) {
                EXPECT_TRUE(pages.text(path, key).ends_with('.')) << path;
            }
        }
    }
}

TEST(ProblemTypes, are_listed_by_status_code_as_they_stand_by_themselves) {
    int last = 0;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        const std::string place = "/data/" + std::to_string(i);
        const std::string id = rendered().text("/v1/problems", place + "/id");
        EXPECT_EQ(rendered().json("/v1/problems", place), rendered().json("/v1/problems/" + id));
        const int status = std::stoi(rendered().json("/v1/problems", place + "/status"));
        EXPECT_LE(last, status) << id;
        last = status;
    }
    EXPECT_ANY_THROW(rendered().json("/v1/problems", "/data/" + std::to_string(kKinds.size())));
}

}  // namespace
}  // namespace toolkitd::render
