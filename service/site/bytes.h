// Bytes of its own, or bytes that the program holds for as long as it runs: those are not copied.
//
// A value.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace toolkitd::site {

class Bytes {
public:
    Bytes() = default;
    explicit Bytes(std::string own) : own_(std::move(own)) {}

    static Bytes held(std::string_view bytes) {
        Bytes made;
        made.held_ = bytes;
        return made;
    }

    std::string_view view() const { return held_.empty() ? std::string_view(own_) : held_; }

private:
    std::string own_;
    std::string_view held_;
};

}  // namespace toolkitd::site
