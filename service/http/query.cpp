#include "http/query.h"

#include <algorithm>

#include "base/partial_date.h"

namespace toolkitd::http {
namespace {

using base::Instant;
using base::Result;
using render::BadParameter;

const std::vector<std::string>& as_of_forms() {
    static const std::vector<std::string> kForms{"an RFC 3339 instant, such as 2024-08-28T04:00:00Z",
                                                 "a day, such as 2024-08-28, which stands for its start"};
    return kForms;
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

std::optional<Instant> read_instant(std::string_view text, const base::Zone& zone) {
    if (const auto day = base::parse_day(text)) return zone.start_of(*day);
    return base::parse_rfc3339(text);
}

}  // namespace

Result<std::optional<Instant>, BadParameter> as_of(const Request& request, const base::Zone& zone) {
    const auto value = single(request, "as_of", as_of_forms());
    if (!value) return tl::unexpected(value.error());
    if (!*value) return std::nullopt;
    const auto instant = read_instant(**value, zone);
    if (!instant) return tl::unexpected(BadParameter{"as_of", **value, as_of_forms()});
    return instant;
}

Result<render::FilterChoice, BadParameter> resource_filters(const Request& request,
                                                            const render::FilterValues& allowed) {
    render::FilterChoice choice{};
    for (std::size_t i = 0; i < choice.size(); ++i) {
        const auto value = single(request, render::kResourceFilters[i], allowed[i]);
        if (!value) return tl::unexpected(value.error());
        if (!*value) continue;
        const auto found = std::find(allowed[i].begin(), allowed[i].end(), **value);
        if (found == allowed[i].end()) {
            return tl::unexpected(BadParameter{std::string(render::kResourceFilters[i]), **value, allowed[i]});
        }
        choice[i] = *found;
    }
    return choice;
}

}  // namespace toolkitd::http
