// What a presenter is given: the catalogue as it stands at one instant, and the language of the service's own words.
//
// Immutable once made; refers to the catalogue and the options, which must outlive it. Safe to read from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"
#include "domain/status.h"
#include "render/language.h"

namespace toolkitd::render {

// What the settings say about the answers; the same for all editions of a snapshot.
struct Options {
    std::string public_url;                         // before every path of ours in a link; empty: paths stand alone
    std::optional<std::string> primary_regulation;  // the one behind /v1/regulation-status; without it the only one
    bool rehearsal = false;
    std::map<std::string, std::string, std::less<>> assets{};  // the paths of style sheets and scripts, by their names
    bool embeds = true;                                        // whether there are toolkits as HTML
    std::string_view embed_style{};                            // stands in every page for a frame; of static storage
    std::string_view embed_script{};                           // the same
    bool embargo = true;       // whether `as_of` ahead of the clock leaves out what is not public yet
    std::string listens_at{};  // the service's own address where there is no public_url; empty: not known
};

class View {
public:
    View(const domain::Catalogue& catalogue, base::Instant instant, const Options& options,
         Language language = kUsualLanguage);

    const domain::Catalogue& catalogue() const { return *catalogue_; }
    const Options& options() const { return *options_; }
    base::Instant instant() const { return instant_; }
    Language language() const { return language_; }

    // A path of ours as it stands in links.
    std::string url(std::string_view path) const;

    // What whole addresses of ours begin with: public_url, else where the service listens; empty where neither is
    // known. For what is of no use without (oEmbed, the sitemap, samples); links have url().
    const std::string& own_url() const;

    // Where a style sheet or script is, by its name, which must be one of the options'; for the page at `path`.
    // Relative to it, so that the page has its looks whatever host name and prefix it is opened with.
    std::string asset_url(std::string_view name, std::string_view path) const;

    // Null, or nothing, when the regulation is not shown at this instant.
    const domain::Regulation* regulation(const std::optional<std::string>& id) const;
    const domain::Status* status(const std::optional<std::string>& id) const;

    // The one behind /v1/regulation-status: that of the options, else the only one that is shown. Null where it is not
    // shown, or not known.
    const domain::Regulation* primary() const;

    // Whether an item was taken back for good by this instant.
    template <typename Item>
    bool is_withdrawn(const Item& item) const {
        return item.withdrawn && item.withdrawn->at <= instant_;
    }

    // How a resource stands to the rule that it follows.
    domain::Currency currency(const domain::Resource& resource) const;

    // For a toolkit, or (without one) for the regulation itself. Null where there is none, or no regulation.
    const domain::Notice* notice(const domain::Regulation* regulation, std::optional<std::string_view> toolkit) const;

    // Shown at this instant, in their order.
    std::vector<const domain::Toolkit*> toolkits() const;
    std::vector<const domain::Resource*> resources() const;
    std::vector<const domain::Regulation*> regulations() const;
    std::vector<const domain::Section*> sections(const domain::Toolkit& toolkit) const;
    std::vector<const domain::Resource*> resources(const domain::Toolkit& toolkit) const;

    // The toolkits that list a resource, in order of their ids.
    const std::vector<const domain::Toolkit*>& toolkits_with(std::string_view resource) const;

private:
    const domain::Catalogue* catalogue_;
    base::Instant instant_;
    const Options* options_;
    Language language_;
    std::map<std::string, domain::Status, std::less<>> statuses_;
    std::map<std::string, std::vector<const domain::Toolkit*>, std::less<>> listed_in_;
};

}  // namespace toolkitd::render
