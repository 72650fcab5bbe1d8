// The languages in which the service has its own words. What the publisher wrote stays in the publisher's language.
//
// Plain values; pure functions, safe to call from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace toolkitd::render {

enum class Language { english, spanish };

// The first is the one of a reader who asks for none.
inline constexpr std::array kLanguages{Language::english, Language::spanish};
inline constexpr Language kUsualLanguage = kLanguages.front();

constexpr std::size_t place_of(Language language) { return static_cast<std::size_t>(language); }

// The tag of BCP 47: "en".
constexpr std::string_view tag_of(Language language) {
    switch (language) {
        case Language::english: return "en";
        case Language::spanish: return "es";
    }
    return {};
}

// Nothing where it is none of these.
constexpr std::optional<Language> language_of(std::string_view tag) {
    for (const Language language : kLanguages) {
        if (tag_of(language) == tag) return language;
    }
    return std::nullopt;
}

}  // namespace toolkitd::render
