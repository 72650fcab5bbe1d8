// Every path that the service has, on one page.
//
// Constants and pure functions, safe to call from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace toolkitd::http {

// What answers a path.
enum class Answer {
    home,           // sends the reader to the index
    content,        // a representation of the snapshot, for any instant
    item,           // the same, as linked data as well
    resource_list,  // the same, chosen by filters
    embed_page,     // the same, as the embed's parameters choose it
    embed_fragment,
    document,         // a representation as it is now, without parameters
    publishers_page,  // sends the reader to the publisher's page of a toolkit
    oembed,
    live,
    ready,
    health,
    version,
    metrics,  // where it is not at an address of its own
};

struct Route {
    std::string_view path;  // a segment in braces stands for any one segment
    Answer answer;
};

inline constexpr std::size_t kRouteCount = 39;

std::span<const Route> routes();

// The route of a path; null where there is none. A path with a trailing slash has none.
const Route* match(std::string_view path);

}  // namespace toolkitd::http
