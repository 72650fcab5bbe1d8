#include "http/lifetime_fields.h"

#include <string>

namespace toolkitd::http {

void set_content_lifetime(Response& response, const CachePolicy& policy, std::optional<base::Instant> valid_until,
                          base::TimePoint now, std::string_view keys) {
    const Lifetime lifetime = bounded(policy.content(), valid_until, now);
    if (lifetime == policy.content()) {
        response.lines[0] = policy.content_line();
    } else {
        response.set("Cache-Control", cache_control(lifetime));
    }
    if (!policy.has_cdns()) return;
    const Lifetime there = bounded(policy.cdn_content(), valid_until, now);
    if (there == policy.cdn_content()) {
        response.lines[5] = policy.cdn_content_line();
    } else {
        response.set("CDN-Cache-Control", cache_control(there));
    }
    response.lines[6] = keys;
}

void set_lifetime(Response& response, const CachePolicy& policy, const Lifetime& lifetime, std::string_view keys) {
    std::erase_if(response.fields, [](const auto& field) { return field.first == "Cache-Control"; });
    response.set("Cache-Control", cache_control(lifetime));
    if (!policy.has_cdns()) return;
    response.set("CDN-Cache-Control", cache_control(lifetime));
    response.lines[6] = keys;
}

}  // namespace toolkitd::http
