#include "http/query.h"

#include <algorithm>
#include <charconv>

#include "base/partial_date.h"
#include "http/negotiation.h"
#include "http/target.h"
#include "render/messages.h"

namespace toolkitd::http {
namespace {

using base::Instant;
using base::Result;
using render::BadParameter;

std::vector<std::string> as_of_forms(render::Language language) {
    return {message(language, "parameter.as_of_instant"), message(language, "parameter.as_of_day")};
}

// The value of a parameter, once; a second one is told back.
Result<const std::string*, BadParameter> single(const Request& request, std::string_view name,
                                                const std::vector<std::string>& allowed) {
    const std::string* found = nullptr;
    for (const auto& [parameter, value] : request.query) {
        if (parameter != name) continue;
        if (found) {
            return tl::unexpected(BadParameter{std::string(name), *found + " and " + value, allowed});
        }
        found = &value;
    }
    return found;
}

// In a query `+` stands for a space, so the sign of an offset arrives as one unless it was percent-encoded.
std::string with_sign(std::string text) {
    constexpr std::size_t kOffsetLength = 6;  // "+05:00"
    if (text.size() > kOffsetLength && text[text.size() - kOffsetLength] == ' ') {
        text[text.size() - kOffsetLength] = '+';
    }
    return text;
}

std::optional<Instant> read_instant(const std::string& text, const base::Zone& zone) {
    if (const auto day = base::parse_day(text)) return zone.start_of(*day);
    return base::parse_rfc3339(with_sign(text));
}

// Nothing where it is not given, is empty, or 0.
Result<std::optional<int>, BadParameter> size(const Request& request, std::string_view name) {
    static const std::vector<std::string> kForms{"a whole number from 1 to 999999999"};
    constexpr std::size_t kMostDigits = 9;
    const auto value = single(request, name, kForms);
    if (!value) return tl::unexpected(value.error());
    if (!*value || (*value)->empty()) return std::nullopt;
    const std::string& text = **value;
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc() && end == text.data() + text.size() && text.size() <= kMostDigits;
    if (!whole || text.front() == '-') return tl::unexpected(BadParameter{std::string(name), text, kForms});
    return number == 0 ? std::nullopt : std::optional(number);
}

}  // namespace

Result<std::optional<Instant>, BadParameter> as_of(const Request& request, const base::Zone& zone) {
    const auto refused = [&](const std::string& given) {
        return tl::unexpected(BadParameter{"as_of", given, as_of_forms(problem_language(request).language)});
    };
    const auto value = single(request, "as_of", {});
    if (!value) return refused(value.error().given);
    if (!*value) return std::nullopt;
    const auto instant = read_instant(**value, zone);
    if (!instant) return refused(**value);
    return instant;
}

Result<render::FilterChoice, BadParameter> resource_filters(const Request& request, const render::FilterValues& allowed,
                                                            const TodaysValue& todays) {
    render::FilterChoice choice{};
    for (std::size_t i = 0; i < choice.size(); ++i) {
        const auto value = single(request, render::kResourceFilters[i], allowed[i]);
        if (!value) return tl::unexpected(value.error());
        if (!*value) continue;
        auto found = std::find(allowed[i].begin(), allowed[i].end(), **value);
        if (found == allowed[i].end() && todays) {
            found = std::find(allowed[i].begin(), allowed[i].end(), todays(render::kResourceFilters[i], **value));
        }
        if (found == allowed[i].end()) {
            return tl::unexpected(BadParameter{std::string(render::kResourceFilters[i]), **value, allowed[i]});
        }
        choice[i] = *found;
    }
    return choice;
}

Result<std::optional<render::Language>, BadParameter> lang(const Request& request) {
    static const std::vector<std::string> kTags = [] {
        std::vector<std::string> tags;
        for (const auto language : render::kLanguages) tags.emplace_back(tag_of(language));
        return tags;
    }();
    const auto value = single(request, "lang", kTags);
    if (!value) return tl::unexpected(value.error());
    if (!*value) return std::nullopt;
    const auto language = render::language_of(**value);
    if (!language) return tl::unexpected(BadParameter{"lang", **value, kTags});
    return language;
}

ProblemLanguage problem_language(const Request& request) {
    const auto named = lang(request);
    if (named && *named) return {**named, false};
    return {preferred_language(request), true};
}

Result<render::EmbedChoice, BadParameter> embed_choice(const Request& request, render::EmbedForm form) {
    render::EmbedChoice choice;
    if (request.query.empty()) return choice;
    for (const auto& [name, value, words] : render::parameters_of(form)) {
        const std::vector<std::string> allowed(words.begin(), words.end());
        const auto given = single(request, name, allowed);
        if (!given) return tl::unexpected(given.error());
        if (!*given) continue;
        const bool fits = words.empty() || std::find(words.begin(), words.end(), **given) != words.end();
        if (!fits) return tl::unexpected(BadParameter{std::string(name), **given, allowed});
        choice.*value = **given;
    }
    return choice;
}

Result<OembedChoice, BadParameter> oembed_choice(const Request& request) {
    static const std::vector<std::string> kAddresses{"the address of a toolkit, or of its embed"};
    const auto url = single(request, "url", kAddresses);
    if (!url) return tl::unexpected(url.error());
    if (!*url) return tl::unexpected(BadParameter{"url", "", kAddresses});
    const auto& formats = render::kOembedFormats;
    const auto format = single(request, "format", {formats.begin(), formats.end()});
    if (!format) return tl::unexpected(format.error());
    const auto width = size(request, "maxwidth");
    if (!width) return tl::unexpected(width.error());
    const auto height = size(request, "maxheight");
    if (!height) return tl::unexpected(height.error());
    OembedChoice choice{.url = **url, .max_width = *width, .max_height = *height};
    if (*format && !(*format)->empty()) choice.format = **format;
    return choice;
}

std::vector<Parameter> query_of(std::string_view address) {
    address = address.substr(0, address.find('#'));
    const auto begin = address.find('?');
    if (begin == std::string_view::npos) return {};
    Target target;
    read_target("/" + std::string(address.substr(begin)), target);
    return std::move(target.query);
}

}  // namespace toolkitd::http
