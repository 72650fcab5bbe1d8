// How long a copy may be used: never past the instant at which the answer changes.
//
// Plain values and pure functions, safe to call from any thread; one class, immutable.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace toolkitd::http {

// The lifetimes that the operator wishes for, where no switch is near.
struct CacheSettings {
    std::chrono::seconds max_age{300};
    std::chrono::seconds stale_while_revalidate{30};
    std::chrono::seconds stale_if_error{86400};
    std::chrono::seconds not_found_max_age{60};
    std::chrono::seconds redirect_max_age{3600};
    std::chrono::seconds cdn_max_age{0};  // of content, in caches that can be told to forget; 0: there are none
};

// Freshness, and the time after it in which a stale copy may still be used (RFC 5861).
struct Lifetime {
    std::chrono::seconds max_age{0};
    std::chrono::seconds stale_while_revalidate{0};
    std::chrono::seconds stale_if_error{0};

    bool operator==(const Lifetime&) const = default;
};

// Not given away: caches that count whole seconds from when the answer reached them, and take the last one for fresh,
// use a copy for up to a second longer than they were told.
inline constexpr std::chrono::seconds kAllowance{1};

// The lifetime wished for, cut so that
//   max_age + max(stale_while_revalidate, stale_if_error) <= floor(valid_until - now) - kAllowance
// and nothing is below zero. Without `valid_until` nothing is cut.
Lifetime bounded(const Lifetime& wish, std::optional<base::Instant> valid_until, base::TimePoint now);

// The field's value (RFC 9111 section 5.2.2). Where no staleness is left at all, `must-revalidate` forbids a cache that
// is cut off from us to use its copy after max-age (section 4.2.4).
std::string cache_control(const Lifetime& lifetime);

// The settings, with what follows from them alone worked out once. Immutable, safe to use from any thread.
class CachePolicy {
public:
    explicit CachePolicy(const CacheSettings& settings);

    const CacheSettings& settings() const { return settings_; }

    // What is wished for content.
    const Lifetime& content() const { return content_; }

    // Whether answers have fields for CDNs, and what is wished for content there.
    bool has_cdns() const { return settings_.cdn_max_age > std::chrono::seconds{0}; }
    const Lifetime& cdn_content() const { return cdn_content_; }

    // The whole fields, with their CRLF, where the wish for content is not cut.
    std::string_view content_line() const { return content_line_; }
    std::string_view cdn_content_line() const { return cdn_content_line_; }

private:
    CacheSettings settings_;
    Lifetime content_;
    Lifetime cdn_content_;
    std::string content_line_;
    std::string cdn_content_line_;
};

}  // namespace toolkitd::http
