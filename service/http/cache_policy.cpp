#include "http/cache_policy.h"

#include <algorithm>

namespace toolkitd::http {

using std::chrono::seconds;

Lifetime bounded(const Lifetime& wish, std::optional<base::Instant> valid_until, base::TimePoint now) {
    if (!valid_until) return wish;
    const auto remaining = std::max(seconds{0}, std::chrono::floor<seconds>(*valid_until - now) - kAllowance);
    Lifetime lifetime;
    lifetime.max_age = std::min(wish.max_age, remaining);
    const seconds left = remaining - lifetime.max_age;
    lifetime.stale_while_revalidate = std::min(wish.stale_while_revalidate, left);
    lifetime.stale_if_error = std::min(wish.stale_if_error, left);
    return lifetime;
}

std::string cache_control(const Lifetime& lifetime) {
    std::string value = "public, max-age=" + std::to_string(lifetime.max_age.count());
    if (lifetime.stale_while_revalidate > seconds{0}) {
        value += ", stale-while-revalidate=" + std::to_string(lifetime.stale_while_revalidate.count());
    }
    if (lifetime.stale_if_error > seconds{0}) {
        value += ", stale-if-error=" + std::to_string(lifetime.stale_if_error.count());
    }
    const bool never_stale = lifetime.stale_while_revalidate == seconds{0} && lifetime.stale_if_error == seconds{0};
    return never_stale ? value + ", must-revalidate" : value;
}

CachePolicy::CachePolicy(const CacheSettings& settings)
    : settings_(settings),
      content_{settings.max_age, settings.stale_while_revalidate, settings.stale_if_error},
      cdn_content_{settings.cdn_max_age, settings.stale_while_revalidate, settings.stale_if_error},
      content_line_("Cache-Control: " + cache_control(content_) + "\r\n"),
      cdn_content_line_("CDN-Cache-Control: " + cache_control(cdn_content_) + "\r\n") {}

}  // namespace toolkitd::http
