// In which language a problem is told, and how caches learn of it.
#include <gtest/gtest.h>

#include "domain/catalogue.h"
#include "http/served_site.h"

namespace toolkitd::http {
namespace {

using testing::json;
using testing::ServedSite;
using testing::value;

using Fields = std::vector<Field>;

const Fields kSpanish{{FieldName::accept_language, "es-US, en;q=0.5"}};
const Fields kEnglish{{FieldName::accept_language, "en"}};

class ProblemLanguages : public ::testing::Test {
protected:
    // Title and detail, parted by a bar.
    static std::string words(const Response& answer) {
        const auto problem = json(answer);
        return problem["title"].get<std::string>() + " | " + problem["detail"].get<std::string>();
    }

    ServedSite site_{testing::real_catalogue(), testing::kSwitch};
    const std::string missing_ = "No hay nada en esta ruta | No hay nada en esta ruta en el momento solicitado.";
};

TEST_F(ProblemLanguages, what_is_missing_is_told_in_the_language_of_the_address_or_of_the_field) {
    for (const std::string path : {"/v1/resources/never", "/never", "/v1/toolkits/never/", "/assets/never.css"}) {
        EXPECT_EQ(words(site_.get(path + "?lang=es")), missing_) << path;
        EXPECT_EQ(words(site_.get(path, kSpanish)), missing_) << path;
        EXPECT_EQ(words(site_.get(path + "?lang=en", kSpanish)), words(site_.get(path))) << path;
        EXPECT_EQ(value(site_.get(path, kSpanish), "Content-Language"), "es") << path;
        EXPECT_EQ(value(site_.get(path), "Content-Language"), "en") << path;
    }
}

TEST_F(ProblemLanguages, what_is_missing_varies_by_the_field_only_where_the_field_has_a_say) {
    EXPECT_EQ(value(site_.get("/never"), "Vary"), "Accept-Language");
    EXPECT_EQ(value(site_.get("/v1/resources/never", kSpanish), "Vary"), "Accept-Language");
    EXPECT_EQ(value(site_.get("/v1/resources/never?lang=es"), "Vary"), "none");
    EXPECT_EQ(value(site_.get("/never?lang=en", kSpanish), "Vary"), "none");
}

TEST_F(ProblemLanguages, a_wrong_parameter_is_told_so_with_what_is_allowed) {
    const auto answer = site_.get("/v1?as_of=ayer&lang=es", kEnglish);
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(
        words(answer),
        "Un parámetro tiene un valor que no puede tener | El parámetro `as_of` tiene un valor que no puede tener.");
    EXPECT_EQ(json(answer)["parameter"], "as_of");
    EXPECT_EQ(json(answer)["allowed"][0], "un momento según RFC 3339, por ejemplo 2024-08-28T04:00:00Z");
    EXPECT_EQ(value(answer, "Content-Language"), "es");
    EXPECT_EQ(
        words(site_.get("/v1/resources?kind=poem", kSpanish)),
        "Un parámetro tiene un valor que no puede tener | El parámetro `kind` tiene un valor que no puede tener.");
}

TEST_F(ProblemLanguages, a_wrong_language_is_told_in_the_one_that_the_field_prefers) {
    for (const std::string query : {"?lang=fr", "?lang=", "?lang=es&lang=es", "?lang=ES"}) {
        const auto answer = site_.get("/v1" + query, kSpanish);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_EQ(value(answer, "Content-Language"), "es") << query;
        EXPECT_EQ(json(answer)["parameter"], "lang") << query;
        EXPECT_EQ(value(site_.get("/v1" + query), "Content-Language"), "en") << query;
    }
}

TEST_F(ProblemLanguages, a_method_that_is_not_allowed_is_told_on_every_path) {
    for (const std::string path : {"/v1", "/", "/livez", "/openapi.json", "/never"}) {
        const auto answer = site_.ask(Method::other, path, kSpanish);
        EXPECT_EQ(words(answer), "El método no está permitido | Esta ruta admite GET, HEAD y OPTIONS.") << path;
        EXPECT_EQ(value(answer, "Allow"), "GET, HEAD, OPTIONS") << path;
        EXPECT_EQ(value(site_.ask(Method::other, path + "?lang=fr", kSpanish), "Content-Language"), "es") << path;
        EXPECT_EQ(value(site_.ask(Method::other, path + "?lang=en", kSpanish), "Content-Language"), "en") << path;
    }
}

TEST_F(ProblemLanguages, a_precondition_that_is_not_met_is_told) {
    auto fields = kSpanish;
    fields.push_back({FieldName::if_match, "\"other\""});
    const auto answer = site_.get("/v1", fields);
    EXPECT_EQ(answer.status, 412);
    EXPECT_EQ(words(answer), "El contenido no se encuentra en el estado exigido | La condición previa no se cumple.");
    EXPECT_EQ(value(answer, "Content-Language"), "es");
}

TEST_F(ProblemLanguages, a_request_that_could_not_be_read_is_refused_in_english) {
    const auto answer = site_.service.refuse({render::ProblemKind::bad_request, "A header line has no colon."});
    EXPECT_EQ(words(answer), "The request is not valid HTTP | A header line has no colon.");
    EXPECT_EQ(value(answer, "Content-Language"), "en");
}

TEST_F(ProblemLanguages, the_pages_that_explain_problems_are_in_both) {
    const auto data = [&](std::string target) { return json(site_.get(target))["data"]; };
    EXPECT_EQ(data("/v1/problems/not-found?lang=es")["title"], "No hay nada en esta ruta");
    EXPECT_EQ(data("/v1/problems?lang=es")[3], data("/v1/problems/not-found?lang=es"));
    EXPECT_NE(data("/v1/problems?lang=es"), data("/v1/problems"));
}

}  // namespace
}  // namespace toolkitd::http
