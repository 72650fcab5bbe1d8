// A file descriptor that closes itself.
//
// Movable; used on one thread at a time.
#pragma once

#include <utility>

namespace toolkitd::http {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    void close();

private:
    int number_ = -1;
};

}  // namespace toolkitd::http
