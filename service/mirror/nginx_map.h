// A map of nginx's ("Module ngx_http_map_module"), line by line.
//
// For use on one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace toolkitd::mirror {

// Text between double quotes in which nothing has a meaning to nginx.
std::string in_quotes(std::string_view text);

class NginxMap {
public:
    // `source` may name variables; `variable` is a name without its `$`.
    NginxMap(std::string_view source, std::string_view variable);

    // What is written as it stands: keys may be expressions (`~...`), values may name variables.
    NginxMap& line(std::string_view key, std::string_view value);

    // What means itself.
    NginxMap& literal(std::string_view key, std::string_view value);

    // Lines that are written already.
    NginxMap& lines(std::string_view text);

    std::size_t size() const { return size_; }
    std::string text() const { return text_ + "}\n"; }

private:
    std::string text_;
    std::size_t size_ = 0;
};

}  // namespace toolkitd::mirror
