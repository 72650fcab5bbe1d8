// Passes over the content of a request, which no path takes, without keeping any of it.
//
// For one connection, used on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/head.h"

namespace toolkitd::http {

class BodySkipper {
public:
    enum class Progress { more, done, bad, too_large };

    // For a request without content.
    BodySkipper() = default;

    // For the content that a head announces; more than `most_bytes` of it, framing included, is `too_large`.
    BodySkipper(const Head& head, std::size_t most_bytes);

    // Takes bytes off the front of `input` as far as they belong to the content. Chunks are read strictly (RFC 9112
    // section 7.1): hexadecimal sizes, lines that end in CRLF alone; extensions and trailers are passed over where they
    // have the form that they must have.
    Progress skip(std::string_view& input);

private:
    enum class State {
        length,  // content of a known length
        size,    // in the digits of a chunk's size
        // ";" name [ "=" ( token / quoted-string ) ] as often as one likes, with spaces around ";" and "="
        part_end,   // in the spaces that may stand between what a size line says and an extension
        extension,  // before its name
        name,
        name_end,  // in the spaces behind it
        value,     // before it
        token,
        quoted,  // in a quoted string
        escaped,
        quoted_end,
        size_lf,  // a line feed has to end the size line
        data,     // in a chunk's data
        data_cr,  // CRLF has to end the data
        data_lf,
        trailer,  // at the start of a trailer line, or of the last, empty line
        trailer_name,
        trailer_line,
        trailer_lf,
        last_lf,
        done,
    };

    void take_run(std::string_view& input);
    bool take(char c);
    bool take_size(char c);
    bool end_part(char c);
    bool go(State next);

    State state_ = State::done;
    std::uint64_t remaining_ = 0;  // of the content, or of the chunk
    std::size_t size_digits_ = 0;
    std::size_t budget_ = 0;
};

}  // namespace toolkitd::http
