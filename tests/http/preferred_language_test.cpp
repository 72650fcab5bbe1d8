#include <gtest/gtest.h>

#include <string_view>

#include "http/negotiation.h"

namespace toolkitd::http {
namespace {

render::Language language_for(std::string_view list) {
    const Field field{FieldName::accept_language, list};
    return preferred_language({Method::get, "/", {}, {&field, 1}});
}

bool wants_linked_data(std::string_view list) {
    const Field field{FieldName::accept, list};
    return prefers_linked_data({Method::get, "/", {}, {&field, 1}});
}

TEST(PreferredLanguage, is_the_one_with_the_highest_weight_and_the_first_of_equals) {
    EXPECT_EQ(language_for("es"), render::Language::spanish);
    EXPECT_EQ(language_for("ES-419"), render::Language::spanish);
    EXPECT_EQ(language_for("en, es"), render::Language::english);
    EXPECT_EQ(language_for("es, en"), render::Language::spanish);
    EXPECT_EQ(language_for("en;q=0.8, es;q=0.9"), render::Language::spanish);
    EXPECT_EQ(language_for("es;q=0, en;q=0.1"), render::Language::english);
}

TEST(PreferredLanguage, is_the_usual_one_where_none_is_named_that_there_is) {
    for (const auto* list : {"", "fr", "*", "est", "e", "es;q=0", "es;q=2", ",,;"}) {
        EXPECT_EQ(language_for(list), render::kUsualLanguage) << list;
    }
    EXPECT_EQ(preferred_language({}), render::kUsualLanguage);
}

TEST(LinkedData, is_wanted_where_it_weighs_more_than_plain_json) {
    EXPECT_TRUE(wants_linked_data("application/ld+json"));
    EXPECT_TRUE(wants_linked_data("application/ld+json, application/json;q=0.9, */*;q=0.1"));
    EXPECT_TRUE(wants_linked_data("application/ld+json, */*;q=0.8"));
}

TEST(LinkedData, is_wanted_whatever_parameters_its_range_has) {
    for (const auto* list :
         {"application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"",
          "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#expanded\";q=1.0, application/json;q=0.5",
          "application/ld+json;charset=utf-8", "application/ld+json; Charset=\"UTF-8\" , application/json;q=.9",
          "application/ld+json;profile=\"a,b;q=0\";q=.2, application/json;q=0.1999",
          "application/json;version=1;q=0.5, application/ld+json;q=0.5001;x=y, application/json;q=0.4"}) {
        EXPECT_TRUE(wants_linked_data(list)) << list;
    }
    for (const auto* list : {"application/json;charset=utf-8, application/ld+json;q=0.1",
                             "application/ld+json;profile=x, application/ld+json;q=0.1, application/json;q=0.5",
                             "application/ld+json;profile=x;q=0.1, */*",
                             "application/ld+json;q=0.8, application/json;q=0.5, application/json"}) {
        EXPECT_FALSE(wants_linked_data(list)) << list;
    }
}

TEST(LinkedData, is_not_sent_to_those_who_take_anything) {
    for (const auto* list : {"", "*/*", "application/*", "application/json", "application/json, application/ld+json",
                             "application/ld+json;q=0", "text/html", "application/ld+json;q=0.5, */*"}) {
        EXPECT_FALSE(wants_linked_data(list)) << list;
    }
    EXPECT_FALSE(prefers_linked_data({}));
}

}  // namespace
}  // namespace toolkitd::http
