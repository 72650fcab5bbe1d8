#include "mirror/reader_harm.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "mirror/printable.h"

namespace toolkitd::mirror {
namespace {

using base::Instant;
using std::chrono::seconds;

constexpr std::array<std::string_view, 14> kTraces{"set-cookie",
                                                   "set-cookie2",
                                                   "report-to",
                                                   "reporting-endpoints",
                                                   "nel",
                                                   "expect-ct",
                                                   "accept-ch",
                                                   "critical-ch",
                                                   "refresh",
                                                   "content-security-policy-report-only",
                                                   "permissions-policy-report-only",
                                                   "cross-origin-embedder-policy-report-only",
                                                   "cross-origin-opener-policy-report-only",
                                                   "document-policy-report-only"};

// Of these a second one adds to the first, as a list; of all others it is another word for the same thing.
constexpr std::array<std::string_view, 9> kLists{"vary",       "link",   "cache-control", "connection",  "via",
                                                 "keep-alive", "pragma", "warning",       "cache-status"};

std::string lower(std::string_view text) {
    std::string all(text);
    std::transform(all.begin(), all.end(), all.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return all;
}

bool is_any_of(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\"");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t\"") - first + 1);
}

// The directives of all fields with one of the names, by their names in lower case; of one that stands twice the longer
// counts.
using Directives = std::map<std::string, seconds>;

void add_directives(std::string_view value, Directives& all) {
    while (!value.empty()) {
        const auto one = value.substr(0, value.find(','));
        value.remove_prefix(std::min(value.size(), one.size() + 1));
        const auto equals = std::min(one.find('='), one.size());
        const auto number = trimmed(one.substr(std::min(one.size(), equals + 1)));
        long long count = 0;
        std::from_chars(number.data(), number.data() + number.size(), count);
        auto& kept = all[lower(trimmed(one.substr(0, equals)))];
        kept = std::max(kept, seconds{std::max(0LL, count)});
    }
}

bool is_for_cdns(std::string_view name) { return name.ends_with("cdn-cache-control") || name == "surrogate-control"; }

std::optional<seconds> value_in(const Directives& all, const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

// Fresh, and after that stale.
struct Used {
    seconds fresh{0};
    seconds stale{0};
};

// Nothing where the directives set no lifetime. s-maxage is for shared caches, max-age for the others: the longer
// counts.
std::optional<Used> used_for(const Directives& all) {
    if (all.contains("no-store") || all.contains("no-cache")) return Used{};
    const auto shared = value_in(all, "s-maxage");
    const auto own = value_in(all, "max-age");
    if (!shared && !own) return std::nullopt;
    const auto stale = std::max(value_in(all, "stale-while-revalidate").value_or(seconds{0}),
                                value_in(all, "stale-if-error").value_or(seconds{0}));
    return Used{std::max(shared.value_or(seconds{0}), own.value_or(seconds{0})), stale};
}

std::string in_seconds(seconds count) { return std::to_string(count.count()) + " s"; }

std::string compare(const std::string& field, const Used& used, seconds fresh, const AllowedLifetime& allowed,
                    std::optional<Instant> sent) {
    const auto stale = std::max(allowed.wish.stale_while_revalidate, allowed.wish.stale_if_error);
    if (used.fresh > fresh) {
        return field + " lets caches use it for " + in_seconds(used.fresh) + ", and the settings for " +
               in_seconds(fresh);
    }
    if (used.stale > stale) {
        return field + " lets caches use it for " + in_seconds(used.stale) +
               " once it is stale, and the settings for " + in_seconds(stale);
    }
    if (allowed.until && sent && used.fresh + used.stale > seconds{0} &&
        *sent + used.fresh + used.stale > *allowed.until) {
        return field + " lets caches use it for " + in_seconds(used.fresh + used.stale) + ", up to " +
               base::rfc3339(*sent + used.fresh + used.stale) + ", and it is valid until " +
               base::rfc3339(*allowed.until);
    }
    return {};
}

std::optional<Used> used_by_expires(const Fields& seen, std::optional<Instant> sent) {
    for (const auto& [name, value] : seen) {
        if (lower(name) != "expires") continue;
        const auto end = sent ? base::parse_http_date(value, *sent) : std::nullopt;
        return Used{end ? std::max(seconds{0}, *end - *sent) : seconds{0}, seconds{0}};  // RFC 9111 section 5.3
    }
    return std::nullopt;
}

}  // namespace

std::string trace_of_readers(const Fields& seen) {
    std::map<std::string, std::string> values;
    for (const auto& [name, value] : seen) {
        const auto known = lower(name);
        if (is_any_of(known, kTraces)) return "a field is added, `" + printable(name) + ": " + printable(value) + "`";
        const auto [first, is_first] = values.emplace(known, value);
        if (!is_first && first->second != value && !is_any_of(known, kLists)) {
            return printable(name) + " stands twice: `" + printable(first->second) + "` and `" + printable(value) + "`";
        }
    }
    return {};
}

std::string too_long_lifetime(const Fields& seen, const AllowedLifetime& allowed, std::optional<Instant> sent) {
    Directives own;
    for (const auto& [name, value] : seen) {
        if (lower(name) == "cache-control") add_directives(value, own);
        if (!is_for_cdns(lower(name))) continue;
        Directives cdn;
        add_directives(value, cdn);
        const auto used = used_for(cdn).value_or(Used{});
        const auto fresh = std::max(allowed.wish.max_age, allowed.cdn_max_age);
        if (auto what = compare(printable(name), used, fresh, allowed, sent); !what.empty()) return what;
    }
    if (own.contains("immutable")) return "Cache-Control says `immutable`, and the content changes";
    if (const auto used = used_for(own)) return compare("Cache-Control", *used, allowed.wish.max_age, allowed, sent);
    if (const auto used = used_by_expires(seen, sent))
        return compare("Expires", *used, allowed.wish.max_age, allowed, sent);
    return "no field says for how long caches may use it, so that they guess";
}

}  // namespace toolkitd::mirror
