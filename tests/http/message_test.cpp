#include "http/message.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::http {
namespace {

TEST(Message, compares_names_without_regard_to_the_case_of_ascii_letters) {
    EXPECT_TRUE(equal_names("Content-Length", "content-LENGTH"));
    EXPECT_TRUE(equal_names("", ""));
    EXPECT_FALSE(equal_names("Host", "Hosts"));
    EXPECT_FALSE(equal_names("a@z", "a`z"));
    EXPECT_FALSE(equal_names("[", "{"));
    EXPECT_FALSE(equal_names("\xc4", "\xe4"));
}

TEST(Message, finds_all_fields_of_one_name) {
    const std::vector<Field> fields{{"A", "1"}, {"B", "2"}, {"a", "3"}, {"C", ""}};
    Request request;
    request.fields = fields;
    const auto values = [&](std::string_view name) {
        std::string all;
        request.each(name, [&](std::string_view value) { all.append("|").append(value); });
        return all;
    };
    EXPECT_EQ(values("a"), "|1|3");
    EXPECT_EQ(values("C"), "|");
    EXPECT_EQ(values("D"), "");
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
