#include "render/rights.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/values.h"

namespace toolkitd::render {
namespace {

Json hotline(const std::optional<domain::Hotline>& hotline) {
    if (!hotline) return nullptr;
    return {{"label", hotline->label}, {"number", hotline->number}, {"href", telephone_address(*hotline)}};
}

}  // namespace

std::string telephone_address(const domain::Hotline& hotline) {
    std::string digits = hotline.number;
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return "tel:+" + digits;
}

Json rights_notice(const View& view) {
    const auto& rights = view.catalogue().rights;
    return {{"id", rights.id},
            {"title", rights.title},
            {"holder", rights.holder},
            {"text", rights.text.plain},
            {"republication", rights.republication},
            {"paywall", rights.paywall},
            {"funding", rights.funding},
            {"href", view.url("/v1/rights")}};
}

Json audience(const View& view) {
    const auto& audience = view.catalogue().audience;
    return {{"intended", audience.intended},
            {"survivor_redirect",
             {{"text", to_json(audience.survivor_redirect)},
              {"links", to_json(audience.survivor_redirect.links)},
              {"hotline", hotline(audience.hotline)},
              {"canonical_url", audience.canonical_url ? Json(*audience.canonical_url) : Json(nullptr)}}}};
}

Page rights_page(const View& view, const Envelope& envelope) {
    const auto& rights = view.catalogue().rights;
    const Json data = {{"id", rights.id},
                       {"title", rights.title},
                       {"holder", rights.holder},
                       {"text", to_json(rights.text)},
                       {"links", to_json(rights.text.links)},
                       {"republication", rights.republication},
                       {"paywall", rights.paywall},
                       {"funding", rights.funding},
                       {"grant_numbers", nullptr}};
    return envelope.seal("/v1/rights", data, Json::object(), rights.canonical_url.value_or(""));
}

}  // namespace toolkitd::render
