#include "render/well_known.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "render/embed_choice.h"
#include "render/json.h"
#include "render/xml.h"

namespace toolkitd::render {
namespace {

using base::Instant;

void add_line(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty()) text.append(name).append(": ").append(value).append("\n");
}

// The latest instant up to the view's at which a toolkit, or what is shown with it, changed; and the latest revision of
// its text, which is the same at every instant.
class LatestChange {
public:
    LatestChange(const View& view, const domain::Toolkit& toolkit) : view_(view) {
        add(toolkit);
        for (const auto* section : view.sections(toolkit)) add(*section);
        for (const auto* resource : view.resources(toolkit)) add(*resource);
        if (const auto* regulation = view.regulation(toolkit.regulation)) {
            add(*regulation);
            add(view.status(regulation->id)->since);
        }
    }

    const std::optional<Instant>& instant() const { return latest_; }

private:
    template <typename Item>
    void add(const Item& item) {
        add(item.window.from);
        for (const auto& revision : item.revisions) latest_ = std::max(latest_, std::optional(revision.at));
    }

    void add(const std::optional<Instant>& at) {
        if (at && *at <= view_.instant()) latest_ = std::max(latest_, at);
    }

    const View& view_;
    std::optional<Instant> latest_;
};

// By the paths of their embeds.
std::map<std::string, std::optional<Instant>> latest_changes(const View& view) {
    std::map<std::string, std::optional<Instant>> changes;
    for (const auto* toolkit : view.toolkits()) {
        changes.emplace(embed_path(EmbedForm::page, toolkit->id), LatestChange(view, *toolkit).instant());
    }
    return changes;
}

}  // namespace

std::string api_catalog(const std::string& public_url) {
    const auto link = [&](const char* path, const char* type) {
        return Json{{"href", public_url + path}, {"type", type}};
    };
    const Json api = {
        {"anchor", public_url + "/v1"},
        {"service-desc", {link("/openapi.yaml", "application/yaml"), link("/openapi.json", "application/json")}},
        {"service-doc", {link("/docs", "text/html")}},
        {"status", {link("/healthz", "application/health+json")}},
        {"license", {link("/v1/rights", "application/json")}},
        {"alternate", {link("/v1/feed.json", "application/feed+json"), link("/v1/feed.atom", "application/atom+xml")}}};
    const Json catalog = {{"anchor", public_url + std::string(kApiCatalog)},
                          {"item", {link("/v1", "application/json")}}};
    return Json{{"linkset", {catalog, api}}}.dump() + "\n";
}

std::string robots_txt(const std::string& public_url) {
    std::string text = "User-agent: *\nAllow: /\n";
    if (!public_url.empty()) text += "\nSitemap: " + public_url + "/sitemap.xml\n";
    return text;
}

std::string security_txt(const SecurityContact& contact, const std::string& public_url) {
    std::string text;
    add_line(text, "Contact", contact.contact);
    add_line(text, "Expires", contact.expires);
    add_line(text, "Policy", contact.policy);
    add_line(text, "Preferred-Languages", contact.languages);
    if (!public_url.empty()) add_line(text, "Canonical", public_url + "/.well-known/security.txt");
    return text;
}

std::vector<Page> sitemap_pages(const View& view, const std::vector<Page>& pages) {
    if (view.own_url().empty()) return {};
    const auto changes = latest_changes(view);
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (const auto& page : pages) {
        const auto change = changes.find(page.path);
        if (page.kind != Kind::page && change == changes.end()) continue;
        text += "<url>" + xml_element("loc", view.own_url() + page.path);
        if (change != changes.end() && change->second) text += xml_element("lastmod", base::rfc3339(*change->second));
        text += "</url>";
    }
    Page page;
    page.path = "/sitemap.xml";
    page.words = view.language();
    page.body = std::make_shared<const std::string>(text + "</urlset>\n");
    page.media_type = "application/xml";
    page.ending = [](const Page&, const Ending&) { return std::string(); };
    return {page};
}

}  // namespace toolkitd::render
