#include <gtest/gtest.h>

#include "domain/catalogue.h"
#include "http/served_site.h"

namespace toolkitd::http {
namespace {

using testing::json;
using testing::ServedSite;
using testing::value;

constexpr std::string_view kStatus = "/v1/regulation-status";

class InLanguage : public ::testing::Test {
protected:
    std::string words(std::string_view query, std::vector<Field> fields = {}) const {
        const auto answer = site_.get(std::string(kStatus) + std::string(query), std::move(fields));
        return json(answer)["data"]["reason"]["text"];
    }

    ServedSite site_{testing::real_catalogue(), testing::kSwitch};
    const std::string english_ = "The rule's effective date, August 28, 2024, has come.";
    const std::string spanish_ = "Ha llegado la fecha de entrada en vigor de la norma, el 28 de agosto de 2024.";
};

TEST_F(InLanguage, words_are_english_unless_the_reader_wants_others) {
    EXPECT_EQ(words(""), english_);
    EXPECT_EQ(words("", {{FieldName::accept_language, "fr-CA, de;q=0.5"}}), english_);
    EXPECT_EQ(words("", {{FieldName::accept_language, "es-MX, en;q=0.5"}}), spanish_);
}

TEST_F(InLanguage, words_are_those_that_the_address_names_whatever_the_field_says) {
    EXPECT_EQ(words("?lang=es"), spanish_);
    EXPECT_EQ(words("?lang=en", {{FieldName::accept_language, "es"}}), english_);
}

TEST_F(InLanguage, an_unknown_one_is_told_back_with_those_that_there_are) {
    const auto answer = site_.get(std::string(kStatus) + "?lang=fr");
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(json(answer)["parameter"], "lang");
    EXPECT_EQ(json(answer)["allowed"], nlohmann::json({"en", "es"}));
    EXPECT_EQ(site_.get(std::string(kStatus) + "?lang=es&lang=en").status, 400);
}

TEST_F(InLanguage, an_answer_varies_by_the_field_only_where_the_field_has_a_say) {
    EXPECT_EQ(value(site_.get(kStatus), "Vary"), "Accept-Encoding, Accept-Language");
    EXPECT_EQ(value(site_.get(std::string(kStatus) + "?lang=es"), "Vary"), "Accept-Encoding");
    EXPECT_EQ(value(site_.get("/openapi.json"), "Vary"), "Accept-Encoding");
}

TEST_F(InLanguage, an_answer_names_the_contents_language_and_that_of_the_words) {
    EXPECT_EQ(value(site_.get(kStatus), "Content-Language"), "en");
    EXPECT_EQ(value(site_.get(std::string(kStatus) + "?lang=es"), "Content-Language"), "en, es");
}

TEST_F(InLanguage, an_answer_has_a_tag_of_its_own_and_one_without_words_has_not) {
    const auto tag = [this](std::string target) { return value(site_.get(target), "ETag"); };
    EXPECT_NE(tag("/v1/regulation-status"), tag("/v1/regulation-status?lang=es"));
    EXPECT_EQ(tag("/v1/rights"), tag("/v1/rights?lang=es"));
}

TEST_F(InLanguage, a_redirect_keeps_it) {
    EXPECT_EQ(value(site_.get("/v1/rights/?lang=es"), "Location"), "/v1/rights?lang=es");
}

}  // namespace
}  // namespace toolkitd::http
