#include "http/message.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::http {
namespace {

TEST(Message, finds_all_fields_of_one_name) {
    const std::vector<Field> fields{
        {FieldName::if_match, "1"}, {FieldName::host, "2"}, {FieldName::if_match, "3"}, {FieldName::expect, ""}};
    Request request;
    request.fields = fields;
    const auto values = [&](FieldName name) {
        std::string all;
        request.each(name, [&](std::string_view value) { all.append("|").append(value); });
        return all;
    };
    EXPECT_EQ(values(FieldName::if_match), "|1|3");
    EXPECT_EQ(values(FieldName::expect), "|");
    EXPECT_EQ(values(FieldName::connection), "");
}

TEST(Message, answers_with_its_own_text_or_with_what_it_keeps_alive) {
    Response response;
    EXPECT_EQ(response.content(), "");
    response.text = "own";
    EXPECT_EQ(response.content(), "own");

    auto kept = std::make_shared<const std::string>("kept");
    response.keep = kept;
    response.stored = *kept;
    kept.reset();
    EXPECT_EQ(response.content(), "kept");
}

TEST(Message, keeps_its_own_text_when_it_is_moved) {
    Response first;
    first.text = "short";
    const Response second = std::move(first);
    EXPECT_EQ(second.content(), "short");
}

}  // namespace
}  // namespace toolkitd::http
