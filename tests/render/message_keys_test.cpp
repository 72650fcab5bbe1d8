// What the code asks the message files for is in them, in every language; and nothing else is.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "domain/currency.h"
#include "domain/status.h"
#include "render/message_text.h"
#include "render/messages.h"
#include "render/pages.h"
#include "render/rich_catalogue.h"
#include "render/wording.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The literals in the sources that look like keys, or like what keys begin with: "basis.convention", "date.month_".
std::set<std::string> literals() {
    static const std::regex kKey("\"([a-z_]+\\.[a-z0-9_]*)\"");
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(TOOLKITD_SOURCE_DIR "/service")) {
        if (entry.path().extension() != ".cpp") continue;
        const auto text = read(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), kKey), end; at != end; ++at) found.insert((*at)[1]);
    }
    return found;
}

// The names in a group of messages.
std::set<std::string> names_in(const std::string& group) {
    std::set<std::string> names;
    const auto groups = nlohmann::json::parse(message_text(tag_of(kUsualLanguage)));
    for (const auto& [name, text] : groups.at(group).items()) names.insert(name);
    return names;
}

template <typename Reason>
std::set<std::string> words_up_to(Reason last) {
    std::set<std::string> words;
    for (int i = 0; i <= static_cast<int>(last); ++i) words.emplace(word(static_cast<Reason>(i)));
    return words;
}

TEST(MessageKeys, are_all_there_for_every_page_of_every_edition_in_every_language) {
    const auto catalogue = testing::rich_catalogue();
    const Options options{{}, "first-rule", false};
    for (const auto language : kLanguages) {
        for (const auto* instant :
             {"2024-01-01", "2024-05-01", "2024-08-01", "2024-10-12", "2024-11-06", "2025-02-01", "2025-06-01"}) {
            EXPECT_FALSE(pages({catalogue, testing::at(instant), options, language}).empty());
        }
    }
}

TEST(MessageKeys, of_reasons_are_the_words_of_the_domain) {
    EXPECT_EQ(names_in("status_reason"), words_up_to(domain::Reason::limited_in_part));
    EXPECT_EQ(names_in("currency_reason"), words_up_to(domain::CurrencyReason::reviewed));
}

TEST(MessageKeys, of_months_are_those_of_a_year) {
    for (const auto language : kLanguages) {
        std::set<std::string> dates;
        for (unsigned month = 1; month <= 12; ++month) {
            dates.insert(
                long_date({std::chrono::year(2024), std::chrono::month(month), std::chrono::day(1)}, language));
        }
        EXPECT_EQ(dates.size(), 12U);
    }
    EXPECT_EQ(names_in("date").size(), 13U);
}

TEST(MessageKeys, are_each_asked_for_somewhere) {
    const auto asked = literals();
    const auto groups = nlohmann::json::parse(message_text(tag_of(kUsualLanguage)));
    for (const auto& [group, texts] : groups.items()) {
        for (const auto& [name, text] : texts.items()) {
            const std::string key = group + "." + name;
            EXPECT_TRUE(std::any_of(asked.begin(), asked.end(),
                                    [&](const std::string& literal) {
                                        const bool is_beginning = literal.ends_with('.') || literal.ends_with('_');
                                        return literal == key || (is_beginning && key.starts_with(literal));
                                    }))
                << key << " is in the message files, and nothing asks for it";
        }
    }
}

TEST(MessageKeys, in_the_sources_are_in_the_message_files) {
    for (const auto& literal : literals()) {
        const auto dot = literal.find('.');
        const std::string group = literal.substr(0, dot);
        const std::string name = literal.substr(dot + 1);
        const auto groups = nlohmann::json::parse(message_text(tag_of(kUsualLanguage)));
        if (!groups.contains(group) || name.empty() || name.ends_with('_')) continue;
        EXPECT_TRUE(groups.at(group).contains(name)) << literal;
    }
}

// Beside those of the pages, which are asked for by every page of problems: see problem_types_test.cpp.
TEST(MessageKeys, of_problems_are_four_at_most_for_each) {
    std::set<std::string> details;
    for (const auto& name : names_in("problem")) {
        const bool is_of_page = name.ends_with("_title") || name.ends_with("_meaning") || name.ends_with("_what_to_do");
        if (!is_of_page) details.insert(name);
    }
    EXPECT_EQ(details,
              (std::set<std::string>{"gone_detail", "invalid_parameter_detail", "method_not_allowed_detail",
                                     "not_found_detail", "precondition_failed_detail", "unknown_parameter_detail"}));
    EXPECT_EQ(names_in("problem").size(), 15U * 3 + details.size());
}

}  // namespace
}  // namespace toolkitd::render
