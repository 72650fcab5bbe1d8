// What the snapshot has to say to one request: a representation, the way to one that moved, or a problem.
//
// Made for one request, used on one thread. Refers to the cache policy and the address, which must outlive it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "http/cache_policy.h"
#include "http/message.h"
#include "http/route_table.h"
#include "render/embed_choice.h"
#include "render/language.h"
#include "render/problem.h"
#include "render/resource_filter.h"
#include "site/snapshot.h"

namespace toolkitd::http {

class ContentAnswer {
public:
    ContentAnswer(std::shared_ptr<const site::Snapshot> snapshot, base::TimePoint now, const CachePolicy& cache,
                  const std::string& public_url)
        : snapshot_(std::move(snapshot)), now_(now), cache_(cache), public_url_(public_url) {}

    // Sends the reader from the root to the index.
    Response home() const;

    // Sends the reader of a toolkit to the publisher's page, and a consumer of oEmbed to what it looks for.
    Response publishers_page(const Request& request) const;

    // The content at a route's path, as the request's parameters choose it.
    Response content(const Request& request, Answer answer) const;

    // For a path without a route: permanently to the same path without its trailing slash, or 404.
    Response unrouted(const Request& request) const;

private:
    // What the parameters ask for.
    struct Choice {
        base::Instant instant;
        base::Instant known;   // when it is asked: what is not public then is not told of a later instant
        bool by_clock = true;  // no instant was asked for, so the answer depends on when it is given
        std::optional<render::Language> asked_language{};  // by the address
        render::Language language = render::kUsualLanguage;
        std::string_view vary;  // the fields that had a say in it, as the line of the answer
        bool linked_data = false;
        render::FilterChoice filters{};
        std::optional<render::EmbedForm> form{};  // of embeds alone
        render::EmbedChoice embed{};
    };

    base::Result<Choice, render::BadParameter> choose(const Request& request, Answer answer) const;

    base::Result<Choice, render::BadParameter> choose_variant(const Request& request, Answer answer,
                                                              Choice choice) const;
    std::string_view todays_id(const std::string& before, std::string_view former, const Choice& choice) const;
    bool leads_somewhere(std::string_view path, const Route& route, const Choice& choice) const;
    std::vector<std::string> sections_of(std::string_view path, const Choice& choice) const;
    const site::Representation* at_if_withdrawn(std::string_view path, const Choice& choice) const;
    const site::Representation* at(std::string_view path, const Choice& choice) const;  // in the usual language
    const site::Edition& edition(const Choice& choice) const {
        return snapshot_->edition(choice.instant, choice.known);
    }
    std::optional<base::Instant> changes_at(const site::Representation& representation, const Choice& choice) const;
    static std::string location_of(std::string_view path, const Choice& choice);
    const site::Representation* find(std::string_view path, Answer answer, const Choice& choice) const;
    Response found(const Request& request, const site::Representation& representation, const Choice& choice) const;
    Response moved(std::string_view path, const Choice& choice) const;
    Response moved_or_missing(const Request& request, std::string_view path, const Choice& choice) const;
    Response missing(const Request& request, const Choice& choice) const;
    Response bad_parameter(const Request& request, render::BadParameter parameter) const;
    Response unknown_parameter(const Request& request, render::BadParameter parameter) const;

    std::optional<base::Instant> last_modified(const site::Representation& representation) const;
    Lifetime until_edition_ends(std::chrono::seconds wish, const Choice& choice) const;

    std::shared_ptr<const site::Snapshot> snapshot_;
    base::TimePoint now_;
    const CachePolicy& cache_;
    const std::string& public_url_;
};

}  // namespace toolkitd::http
