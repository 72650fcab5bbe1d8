#include "render/view.h"

#include "render/paths.h"

namespace toolkitd::render {
namespace {

template <typename Item>
std::vector<const Item*> shown(const std::vector<Item>& items, base::Instant instant) {
    std::vector<const Item*> found;
    for (const Item& item : items) {
        if (item.window.holds(instant)) found.push_back(&item);
    }
    return found;
}

}  // namespace

View::View(const domain::Catalogue& catalogue, base::Instant instant, const Options& options, Language language)
    : catalogue_(&catalogue), instant_(instant), options_(&options), language_(language) {
    for (const auto* regulation : regulations()) {
        statuses_.emplace(regulation->id, domain::status_at(*regulation, instant));
    }
    for (const auto* toolkit : toolkits()) {
        for (const auto& resource : toolkit->resources) listed_in_[resource].push_back(toolkit);
    }
}

std::string View::url(std::string_view path) const { return options_->public_url + std::string(path); }

std::string View::asset_url(std::string_view name, std::string_view path) const {
    return root_of(path) + options_->assets.find(name)->second;
}

const std::string& View::own_url() const {
    return options_->public_url.empty() ? options_->listens_at : options_->public_url;
}

const domain::Regulation* View::regulation(const std::optional<std::string>& id) const {
    return id && statuses_.contains(*id) ? domain::find_regulation(*catalogue_, *id) : nullptr;
}

const domain::Status* View::status(const std::optional<std::string>& id) const {
    if (!id) return nullptr;
    const auto found = statuses_.find(*id);
    return found == statuses_.end() ? nullptr : &found->second;
}

domain::Currency View::currency(const domain::Resource& resource) const {
    const auto* found = status(resource.regulation);
    return domain::currency_at(resource.dates, resource.reviews, found ? std::optional(*found) : std::nullopt,
                               instant_);
}

const domain::Notice* View::notice(const domain::Regulation* regulation,
                                   std::optional<std::string_view> toolkit) const {
    if (!regulation) return nullptr;
    return domain::notice_for(*catalogue_, *regulation, status(regulation->id)->kind, toolkit, instant_);
}

std::vector<const domain::Toolkit*> View::toolkits() const { return shown(catalogue_->toolkits, instant_); }
std::vector<const domain::Resource*> View::resources() const { return shown(catalogue_->resources, instant_); }
std::vector<const domain::Regulation*> View::regulations() const { return shown(catalogue_->regulations, instant_); }

std::vector<const domain::Section*> View::sections(const domain::Toolkit& toolkit) const {
    return shown(toolkit.sections, instant_);
}

std::vector<const domain::Resource*> View::resources(const domain::Toolkit& toolkit) const {
    std::vector<const domain::Resource*> found;
    for (const auto& id : toolkit.resources) {
        const auto* resource = domain::find_resource(*catalogue_, id);
        if (resource && resource->window.holds(instant_)) found.push_back(resource);
    }
    return found;
}

const std::vector<const domain::Toolkit*>& View::toolkits_with(std::string_view resource) const {
    static const std::vector<const domain::Toolkit*> kNone;
    const auto found = listed_in_.find(resource);
    return found == listed_in_.end() ? kNone : found->second;
}

}  // namespace toolkitd::render
