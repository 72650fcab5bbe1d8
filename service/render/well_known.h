// What programs look for at paths that others have agreed on.
//
// Plain values; pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <string>
#include <vector>

#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

inline constexpr std::string_view kApiCatalog = "/.well-known/api-catalog";

// Of the linkset of RFC 9264 in JSON, with the profile of RFC 9727 section 4.
inline constexpr std::string_view kApiCatalogType =
    "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

// /.well-known/api-catalog (RFC 9727): this API, its contract, its terms, its feeds and its health.
std::string api_catalog(const std::string& public_url);

// /robots.txt (RFC 9309): everything may be read; the sitemap, where the service knows its own address.
std::string robots_txt(const std::string& public_url);

// Whom to tell of a weakness. Values that have been checked.
struct SecurityContact {
    std::string contact;
    std::string expires;
    std::string policy;     // empty: none
    std::string languages;  // empty: none is said to be preferred
};

// /.well-known/security.txt (RFC 9116).
std::string security_txt(const SecurityContact& contact, const std::string& public_url);

// /sitemap.xml (sitemaps.org): those of the pages that a person may read by themselves; embeds with the instant of the
// latest change of what is in them. No sitemap without an address of the service's own, for it names whole addresses
// alone.
std::vector<Page> sitemap_pages(const View& view, const std::vector<Page>& pages);

}  // namespace toolkitd::render
