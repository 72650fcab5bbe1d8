// What the oEmbed provider (oembed.com, version 1.0) says of each toolkit.
//
// Plain values; pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

inline constexpr std::string_view kOembed = "/oembed";

// The first is the one of a consumer who asks for none.
inline constexpr std::array<std::string_view, 2> kOembedFormats{"json", "xml"};

struct FrameSize {
    int width = 640;
    int height = 800;
};

// The path under which the answer for a toolkit is kept.
std::string oembed_path(std::string_view format, std::string_view toolkit);

// An answer in each format for each toolkit. None without embeds, or where the service does not know its own address,
// for oEmbed knows whole addresses alone. What a request decides is left out: see filled_in.
std::vector<Page> oembed_pages(const View& view);

// What an address stands for.
struct OembedSubject {
    std::vector<const domain::Toolkit*> toolkits;  // several toolkits may have one page of the publisher's
    bool is_ours = false;                          // so that the query of the address is one of ours
};

// The toolkits behind an address: the publisher's page, or this service's address of the embed, the toolkit, or the
// redirect to the publisher's page, by an id that the toolkit has or had. `own_url` is View::own_url. The pointers live
// as long as the catalogue.
OembedSubject oembed_subject(const domain::Catalogue& catalogue, std::string_view own_url, std::string_view address);

// What a request decides about an answer.
struct OembedRequest {
    FrameSize size;
    std::chrono::seconds cache_age{0};
    std::string query{};  // of the frame's address, percent-encoded: "?lang=es&theme=dark"
};

// The body of an answer, in either format, for a request.
std::string filled_in(std::string_view body, const OembedRequest& request);

// The links (RFC 8288) by which a consumer who has a page at `address` finds these answers. Empty without an address of
// the service's own.
std::string oembed_links(const std::string& public_url, std::string_view address);

// The same as elements of an HTML page's head.
std::string oembed_link_elements(const std::string& public_url, std::string_view address);

}  // namespace toolkitd::render
