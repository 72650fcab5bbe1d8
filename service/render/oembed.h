// What the oEmbed provider (oembed.com, version 1.0) says of each toolkit.
//
// Plain values; pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

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

// The path under which the answer for an address is kept, as it is compared: see render/web_address.h.
std::string oembed_path(std::string_view format, std::string_view address);

// An answer in each format for each address that stands for a toolkit: the publisher's page, and this service's
// addresses of the embed, the toolkit, and the way to the publisher's page. None without embeds, or without an address
// of the service's own, for oEmbed knows whole addresses alone. Their numbers are left out: see with_numbers.
std::vector<Page> oembed_pages(const View& view);

// The answer with the size of the frame, and the time for which it may be kept.
std::string with_numbers(std::string_view body, const FrameSize& size, std::chrono::seconds cache_age);

// The links (RFC 8288) by which a consumer who has a page at `address` finds these answers. Empty without an address of
// the service's own.
std::string oembed_links(const std::string& public_url, std::string_view address);

// The same as elements of an HTML page's head.
std::string oembed_link_elements(const std::string& public_url, std::string_view address);

}  // namespace toolkitd::render
