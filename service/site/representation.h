// RFC 9110's word: the bytes for one path in one edition, and what HTTP has to know of them.
//
// Immutable once its snapshot is built; lives as long as the snapshot.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "render/page.h"
#include "site/bytes.h"

namespace toolkitd::site {

// What the one who serves representations has prepared for each of them; the snapshot only keeps it.
struct Label {
    std::string validators;
    std::string description;
    std::string purge{};  // for caches that are told to forget; of identity alone, being the same for every form
};

// The content codings in which a representation may be had (RFC 9110 section 8.4.1).
enum class Coding { identity, gzip, brotli };
inline constexpr std::size_t kCodings = 3;

// The bytes in one coding.
struct Form {
    Bytes body;
    std::string tag;  // strong entity tag with its quotes (RFC 9110 section 8.8.3): a hash of the bytes
    Label label;
};

// What is said of it in words, whatever the coding.
struct Facts {
    std::string media_type{};
    std::string language{};     // a tag of BCP 47, or a list of them; empty: of no human language
    std::string canonical{};    // the address that stands for this content; empty: none
    std::string linked_data{};  // the address that has it as linked data as well; empty: none
    std::string oembed{};       // the address that oEmbed is asked about for this; empty: none
    std::string purge_keys{};   // space-separated
};

// Copies share all that is large.
struct Representation {
    std::shared_ptr<const Facts> facts;  // never null
    render::Kind kind = render::Kind::data;
    render::Validity validity;
    std::optional<base::Instant> last_modified;
    std::array<std::shared_ptr<const Form>, kCodings> forms;  // null until worked out, but in identity

    bool has(Coding coding) const { return forms[static_cast<std::size_t>(coding)] != nullptr; }
    const Form& form(Coding coding) const { return *forms[static_cast<std::size_t>(coding)]; }
    std::string_view body() const { return form(Coding::identity).body.view(); }
    const std::string& tag() const { return form(Coding::identity).tag; }
};

// Prepares the label of one form, whose body and tag are there. Called from several threads at once.
using Labeller = std::function<Label(const Representation&, Coding)>;

}  // namespace toolkitd::site
