// The schemas against the words of the domain, and against what editors need.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "content/layout.h"
#include "content/schema_text.h"
#include "domain/words.h"

namespace toolkitd::content {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAreArray;

Json schema(std::string_view name) { return Json::parse(schema_text(name)); }

template <typename Enum>
std::vector<std::string> all_words(Enum last) {
    std::vector<std::string> words;
    for (int i = 0; i <= static_cast<int>(last); ++i) words.emplace_back(domain::word(static_cast<Enum>(i)));
    return words;
}

std::vector<std::string> words_at(std::string_view name, const char* pointer) {
    return schema(name).at(Json::json_pointer(pointer)).at("enum").get<std::vector<std::string>>();
}

// Calls `visit` with every schema of an object in a document.
template <typename Visit>
void for_each_object(const Json& part, Visit visit) {
    if (part.is_object() && part.value("type", Json()) == "object") visit(part);
    for (const auto& child : part) {
        if (child.is_structured()) for_each_object(child, visit);
    }
}

TEST(Schemas, know_the_words_of_the_domain) {
    using namespace domain;
    EXPECT_THAT(words_at("notice", "/properties/statuses/items"), ElementsAreArray(all_words(StatusKind::unknown)));
    EXPECT_THAT(words_at("notice", "/properties/provenance"), ElementsAreArray(all_words(Provenance::service)));
    EXPECT_THAT(words_at("regulation", "/definitions/event/properties/kind"),
                ElementsAreArray(all_words(EventKind::lifted)));
    EXPECT_THAT(words_at("resource", "/properties/dates/items/properties/role"),
                ElementsAreArray(all_words(DateRole::dated)));
    EXPECT_THAT(words_at("resource", "/properties/reviews/items/properties/finding"),
                ElementsAreArray(all_words(CurrencyState::undetermined)));
    EXPECT_THAT(words_at("common", "/definitions/confidence"), ElementsAreArray(all_words(Confidence::medium)));
}

TEST(Schemas, say_what_they_are_for) {
    for (const auto kind : kFileKinds) {
        EXPECT_TRUE(schema(word(kind)).contains("title")) << word(kind);
        EXPECT_TRUE(schema(word(kind)).contains("description")) << word(kind);
    }
}

TEST(Schemas, have_a_title_for_every_key_or_one_that_they_refer_to) {
    for (const auto kind : kFileKinds) {
        for_each_object(schema(word(kind)), [](const Json& object) {
            const auto properties = object.value("properties", Json::object());
            for (const auto& [key, value] : properties.items()) {
                EXPECT_TRUE(value.contains("title") || value.contains("$ref")) << key;
            }
        });
    }
}

TEST(Schemas, refuse_keys_that_they_do_not_know) {
    for (const auto kind : kFileKinds) {
        for_each_object(schema(word(kind)), [](const Json& object) {
            EXPECT_EQ(object.value("additionalProperties", Json(true)), Json(false)) << object.dump(2);
        });
    }
}

TEST(Schemas, require_only_keys_that_they_have) {
    for (const auto kind : kFileKinds) {
        for_each_object(schema(word(kind)), [](const Json& object) {
            const auto required = object.value("required", Json::array());
            for (const auto& key : required) {
                EXPECT_TRUE(object.at("properties").contains(key.get<std::string>())) << key;
            }
        });
    }
}

}  // namespace
}  // namespace toolkitd::content
