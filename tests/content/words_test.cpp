#include "content/words.h"

#include <gtest/gtest.h>

#include <string>

namespace toolkitd::content {
namespace {

TEST(Id, is_groups_of_small_letters_and_digits_parted_by_single_hyphens) {
    for (const auto* id : {"a", "1", "reporting-video", "t-visa-final-rule-2024"}) EXPECT_TRUE(is_id(id)) << id;
    for (const auto* id : {"", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "a b", "é", ".."}) {
        EXPECT_FALSE(is_id(id)) << id;
    }
}

TEST(Id, has_at_most_eighty_characters) {
    EXPECT_TRUE(is_id(std::string(80, 'a')));
    EXPECT_FALSE(is_id(std::string(81, 'a')));
}

TEST(Word, is_groups_of_small_letters_and_digits_parted_by_single_underscores) {
    for (const auto* word : {"video", "practice_advisory", "a1_2"}) EXPECT_TRUE(is_word(word)) << word;
    for (const auto* word : {"", "_a", "a_", "a__b", "A", "a-b", "a b"}) EXPECT_FALSE(is_word(word)) << word;
}

TEST(Language, is_a_language_tag) {
    for (const auto* tag : {"en", "es", "en-US", "zh-Hant-TW", "haw"}) EXPECT_TRUE(is_language(tag)) << tag;
    for (const auto* tag : {"", "e", "English", "EN", "en_US", "en-", "-US", "en--US"})
        EXPECT_FALSE(is_language(tag)) << tag;
}

TEST(PhoneNumber, is_digits_in_groups) {
    for (const auto* number : {"1-888-539-2373", "+1 888 539 2373", "911"})
        EXPECT_TRUE(is_phone_number(number)) << number;
    for (const auto* number : {"", "+", "1", "call us", "1--2-3", "-123", "123-", "1-888-CALL"}) {
        EXPECT_FALSE(is_phone_number(number)) << number;
    }
}

}  // namespace
}  // namespace toolkitd::content
