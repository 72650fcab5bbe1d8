#include "http/labels.h"

#include <string_view>
#include <utility>

#include "base/instant.h"
#include "render/oembed.h"
#include "render/well_known.h"

namespace toolkitd::http {
namespace {

using site::Coding;
using site::Representation;

void add(std::string& lines, std::string_view name, std::string_view value) {
    if (!value.empty()) lines.append(name).append(": ").append(value).append("\r\n");
}

std::string link_field(const Representation& representation, const std::string& public_url) {
    if (representation.facts->media_type == render::kApiCatalogType) {  // RFC 9727 section 3
        return "<" + public_url + std::string(render::kApiCatalog) + ">; rel=\"api-catalog\"";
    }
    if (representation.facts->canonical.empty()) return {};
    std::string field = "<" + representation.facts->canonical + ">; rel=\"canonical\", <" + public_url +
                        "/v1/rights>; rel=\"license\", <" + public_url +
                        "/openapi.json>; rel=\"describedby\"; type=\"application/json\", <" + public_url +
                        "/openapi.yaml>; rel=\"service-desc\"; type=\"application/yaml\"";
    if (const auto& address = representation.facts->linked_data; !address.empty()) {
        field += ", <" + address + ">; rel=\"alternate\"; type=\"application/ld+json\"";
    }
    if (const auto& address = representation.facts->oembed; !address.empty()) {
        field += ", " + render::oembed_links(public_url, address);
    }
    return field;
}

// CSP Level 3. Nothing that is not ours is loaded, whatever gets into a page. To renew itself a page for a frame asks
// for itself, under a host name that is not known here, and in WebKit `'self'` is nothing in a sandbox: so its one
// script, which the hash names, may connect to any.
std::string content_security_policy(render::Kind kind, const LabelSettings& settings) {
    constexpr std::string_view kNone = "default-src 'none'; ";
    constexpr std::string_view kOwn = "img-src 'self' data:; base-uri 'none'; form-action 'none'; ";
    if (kind == render::Kind::embed) {
        return std::string(kNone) + "script-src " + settings.embed_script + "; style-src " + settings.embed_style +
               "; connect-src http: https:; " + std::string(kOwn) + "frame-ancestors " + settings.frame_ancestors;
    }
    if (kind != render::Kind::page) return {};
    return std::string(kNone) + "script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; " +
           std::string(kOwn) + "frame-ancestors 'none'";
}

std::string_view name_of(Coding coding) {
    if (coding == Coding::gzip) return "gzip";
    return coding == Coding::brotli ? "br" : "";
}

}  // namespace

site::Label label_of(const Representation& representation, Coding coding, const LabelSettings& settings) {
    site::Label label;
    add(label.validators, "ETag", representation.form(coding).tag);
    if (const auto& at = representation.last_modified) add(label.validators, "Last-Modified", base::http_date(*at));
    add(label.description, "Content-Encoding", name_of(coding));
    add(label.description, "Content-Language", representation.facts->language);
    add(label.description, "Link", link_field(representation, settings.public_url));
    add(label.description, "Content-Security-Policy", content_security_policy(representation.kind, settings));
    add(label.description, "Content-Type", representation.facts->media_type);
    if (coding == Coding::identity) add(label.purge, "Surrogate-Key", representation.facts->purge_keys);
    label.validators.shrink_to_fit();
    label.description.shrink_to_fit();
    return label;
}

site::Labeller labeller(LabelSettings settings) {
    return [settings = std::move(settings)](const Representation& representation, Coding coding) {
        return label_of(representation, coding, settings);
    };
}

}  // namespace toolkitd::http
