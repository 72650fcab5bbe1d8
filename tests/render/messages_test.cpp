#include "render/messages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "content/translation_checks.h"
#include "render/message_text.h"

namespace toolkitd::render {
namespace {

// The names in braces that each message asks for, by its key.
std::map<std::string, std::set<std::string>> arguments_by_key(Language language) {
    static const std::regex kArgument("\\{([a-z_]+)\\}");
    std::map<std::string, std::set<std::string>> found;
    const auto groups = nlohmann::json::parse(message_text(tag_of(language)));
    for (const auto& [group, texts] : groups.items()) {
        for (const auto& [name, value] : texts.items()) {
            const auto text = value.get<std::string>();
            auto& arguments = found[group + "." + name];
            for (std::sregex_iterator at(text.begin(), text.end(), kArgument), end; at != end; ++at) {
                arguments.insert((*at)[1]);
            }
        }
    }
    return found;
}

TEST(Messages, exist_in_every_language_and_ask_for_the_same) {
    const auto usual = arguments_by_key(kUsualLanguage);
    ASSERT_FALSE(usual.empty());
    for (const auto language : kLanguages) EXPECT_EQ(arguments_by_key(language), usual) << tag_of(language);
}

TEST(Messages, are_not_left_in_english) {
    const auto english = nlohmann::json::parse(message_text("en"));
    const auto spanish = nlohmann::json::parse(message_text("es"));
    for (const auto& [group, texts] : english.items()) {
        for (const auto& [name, text] : texts.items()) {
            if (text.get<std::string>().find(' ') == std::string::npos) continue;
            EXPECT_NE(spanish[group][name], text) << group << "." << name;
        }
    }
}

TEST(Messages, are_in_the_languages_into_which_content_may_be_translated) {
    std::vector<std::string_view> tags;
    for (const auto language : kLanguages) tags.push_back(tag_of(language));
    EXPECT_TRUE(
        std::equal(tags.begin(), tags.end(), content::kServedLanguages.begin(), content::kServedLanguages.end()));
}

TEST(Messages, of_the_embeds_are_html_as_they_stand) {
    for (const auto language : kLanguages) {
        const auto groups = nlohmann::json::parse(message_text(tag_of(language)));
        ASSERT_FALSE(groups.at("embed").empty());
        for (const auto& [name, text] : groups.at("embed").items()) {
            EXPECT_EQ(text.get<std::string>().find_first_of("<>&\""), std::string::npos) << name;
        }
    }
}

TEST(Messages, take_their_arguments_by_name) {
    EXPECT_EQ(message(Language::english, "date.long", {{"year", "2024"}, {"day", "28"}, {"month", "August"}}),
              "August 28, 2024");
    EXPECT_EQ(message(Language::spanish, "date.long", {{"year", "2024"}, {"day", "28"}, {"month", "agosto"}}),
              "28 de agosto de 2024");
}

TEST(Messages, put_arguments_in_as_they_stand) {
    EXPECT_EQ(message(Language::english, "date.long", {{"year", "{day}"}, {"day", "<"}, {"month", "%s"}}),
              "%s <, {day}");
}

TEST(Messages, tell_a_fault_in_the_code) {
    EXPECT_THROW(message(Language::english, "date.short"), std::logic_error);
    EXPECT_THROW(message(Language::english, "date.long", {{"day", "28"}}), std::logic_error);
}

}  // namespace
}  // namespace toolkitd::render
