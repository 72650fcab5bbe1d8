#include "domain/words.h"

#include <array>

namespace toolkitd::domain {
namespace {

// The spelling of every enumerator, in the order of declaration.
template <typename Enum>
struct Spelling;

template <>
struct Spelling<StatusKind> {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"proposed", "pending", "effective", "partially_effective", "delayed", "stayed",
                                         "enjoined", "vacated", "withdrawn", "superseded", "unknown"});
};
template <>
struct Spelling<EventKind> {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"proposed", "published", "corrected", "delayed", "effective", "stayed",
                                         "enjoined", "vacated", "withdrawn", "superseded", "lifted"});
};
template <>
struct Spelling<Basis> {
    static constexpr auto kWords = std::to_array<std::string_view>({"stated", "convention"});
};
template <>
struct Spelling<CurrencyState> {
    static constexpr auto kWords = std::to_array<std::string_view>({"current", "predates_rule", "undetermined"});
};
template <>
struct Spelling<DateRole> {
    static constexpr auto kWords = std::to_array<std::string_view>({"updated", "published", "recorded", "dated"});
};
template <>
struct Spelling<Provenance> {
    static constexpr auto kWords = std::to_array<std::string_view>({"publisher", "service"});
};
template <>
struct Spelling<Confidence> {
    static constexpr auto kWords = std::to_array<std::string_view>({"high", "medium"});
};

template <typename Enum>
std::string_view spell(Enum value) {
    return Spelling<Enum>::kWords.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view word(StatusKind kind) { return spell(kind); }
std::string_view word(EventKind kind) { return spell(kind); }
std::string_view word(Basis basis) { return spell(basis); }
std::string_view word(CurrencyState state) { return spell(state); }
std::string_view word(DateRole role) { return spell(role); }
std::string_view word(Provenance provenance) { return spell(provenance); }
std::string_view word(Confidence confidence) { return spell(confidence); }

template <typename Enum>
std::optional<Enum> from_word(std::string_view text) {
    const auto& words = Spelling<Enum>::kWords;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

template std::optional<StatusKind> from_word(std::string_view);
template std::optional<EventKind> from_word(std::string_view);
template std::optional<Basis> from_word(std::string_view);
template std::optional<CurrencyState> from_word(std::string_view);
template std::optional<DateRole> from_word(std::string_view);
template std::optional<Provenance> from_word(std::string_view);
template std::optional<Confidence> from_word(std::string_view);

}  // namespace toolkitd::domain
