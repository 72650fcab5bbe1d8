// One path's answer in one edition, complete but for the time in which it holds.
//
// Plain values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "render/language.h"

namespace toolkitd::render {

// The instants between which a page's bytes hold, each open where nothing bounds it.
struct Validity {
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;

    bool operator==(const Validity&) const = default;
};

// What an answer is to the one who gets it. HTTP has rules of its own for each.
enum class Kind {
    data,   // for programs
    embed,  // HTML to be shown in the pages of others
    page,   // HTML to be shown by itself
    fixed,  // its path names its bytes, which never change
};

struct Page;

// What a page says of itself at its end, once it is known.
struct Ending {
    Validity validity;
    std::string_view content_revision;
    bool rehearsal = false;
};

// What JSON says of itself there.
std::string meta_json(const Page& page, const Ending& ending);

// The envelope's `meta`.
std::string json_ending(const Page& page, const Ending& ending);

struct Page {
    std::string path;                         // as it is asked for; a variant's with its query
    std::vector<std::string> former_paths;    // that lead here
    std::string canonical;                    // the address that stands for this content
    std::string linked_data;                  // the address that has it as linked data as well; empty: none
    std::string oembed;                       // the address that oEmbed is asked about for this; empty: none
    std::string language;                     // of the content
    std::shared_ptr<const std::string> body;  // all that stands before the ending; pages may share it
    bool stands_in = false;                   // for paths without a page, any of which may have one in the next edition
    std::string media_type = "application/json";
    Kind kind = Kind::data;
    int status = 200;                 // 410 where it says that the content was withdrawn
    Language words = kUsualLanguage;  // in which the service's own words are
    std::string (*ending)(const Page&, const Ending&) = json_ending;  // writes what stands behind the body
};

}  // namespace toolkitd::render
