#include "render/problem.h"

#include <gtest/gtest.h>

#include "render/json_text.h"

namespace toolkitd::render {
namespace {

using testing::json_at;
using testing::text_at;

std::string bad(std::string given, std::vector<std::string> allowed = {"video"}) {
    return problem_json({ProblemKind::invalid_parameter, "It cannot be that.",
                         BadParameter{"kind", std::move(given), std::move(allowed)}},
                        "");
}

std::string given(std::string bytes) { return text_at(bad(std::move(bytes)), "/given"); }

TEST(Problem, says_what_is_wrong_and_where_that_is_documented) {
    EXPECT_EQ(problem_json({ProblemKind::not_found, "There is nothing here.", {}}, ""),
              R"({"type":"/v1/problems/not-found","title":"There is nothing at this path","status":404,)"
              R"("detail":"There is nothing here."})"
              "\n");
}

TEST(Problem, of_a_parameter_names_it_and_what_is_allowed) {
    EXPECT_EQ(bad("poem", {"checklist", "video"}),
              R"({"type":"/v1/problems/invalid-parameter","title":"A parameter has a value that it cannot have",)"
              R"("status":400,"detail":"It cannot be that.","parameter":"kind","given":"poem",)"
              R"("allowed":["checklist","video"]})"
              "\n");
}

TEST(Problem, has_its_title_in_the_language_asked_for_and_its_type_in_none) {
    EXPECT_EQ(problem_json({ProblemKind::not_found, "Nada.", {}}, "", Language::spanish),
              R"({"type":"/v1/problems/not-found","title":"No hay nada en esta ruta","status":404,"detail":"Nada."})"
              "\n");
}

TEST(Problem, has_the_public_url_before_its_type) {
    const auto body = problem_json({ProblemKind::unavailable, "Later.", {}}, "https://toolkits.example.org");
    EXPECT_EQ(text_at(body, "/type"), "https://toolkits.example.org/v1/problems/unavailable");
}

TEST(Problem, tells_back_what_was_given_with_quotes_and_control_characters_escaped) {
    const std::string nasty("\"\\\n\r\t\0\x1b</script>", 16);
    EXPECT_EQ(given(nasty), nasty);
    const std::string body = bad(nasty);
    EXPECT_NE(body.find(R"("given":"\"\\\n\r\t\u0000\u001b</script>")"), std::string::npos) << body;
}

TEST(Problem, tells_back_an_empty_value) { EXPECT_EQ(given(""), ""); }

TEST(Problem, tells_back_the_beginning_of_a_long_value) {
    EXPECT_EQ(given(std::string(100, 'x')), std::string(100, 'x'));
    EXPECT_EQ(given(std::string(101, 'x')), std::string(100, 'x'));
    EXPECT_EQ(given(std::string(100'000, 'x')), std::string(100, 'x'));
}

TEST(Problem, puts_replacement_characters_for_bytes_that_are_no_utf8) {
    EXPECT_EQ(given("a\xff"
                    "b"),
              "a\uFFFDb");
    EXPECT_EQ(given("\xc3"), "\uFFFD");
    EXPECT_EQ(given("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "half a surrogate pair";
    EXPECT_EQ(given("ñ"), "ñ");
}

TEST(Problem, stays_utf8_when_the_cut_goes_through_a_character) {
    EXPECT_EQ(given(std::string(99, 'x') + "ñandú"), std::string(99, 'x') + "\uFFFD");
    EXPECT_EQ(given(std::string(98, 'x') + "ñandú"), std::string(98, 'x') + "ñ");
    EXPECT_EQ(given(std::string(97, 'x') + "😀"), std::string(97, 'x') + "\uFFFD");
}

TEST(Problem, tells_some_of_very_many_allowed_values) {
    std::vector<std::string> values;
    for (int i = 0; i < 1000; ++i) values.push_back("value-" + std::to_string(i));
    const std::string body = bad("poem", values);
    EXPECT_EQ(text_at(body, "/allowed/0"), "value-0");
    EXPECT_EQ(text_at(body, "/allowed/49"), "value-49");
    EXPECT_ANY_THROW(json_at(body, "/allowed/50"));
}

}  // namespace
}  // namespace toolkitd::render
