// The connections of one loop that owe nothing, in the order in which they came to be idle.
//
// Used on one thread. Known by the numbers of their sockets; every call takes the same short time, however many there
// are.
#pragma once

#include <cstddef>
#include <vector>

namespace toolkitd::http {

class IdleOrder {
public:
    // Puts a connection behind all others, wherever it was before.
    void append(int number);

    // Takes it out; one that is not there stays out.
    void remove(int number);

    bool contains(int number) const;

    // The one that has been idle for longest, or -1.
    int longest() const { return first_; }

private:
    struct Links {
        int before = kNone;
        int after = kNone;
        bool linked = false;
    };
    static constexpr int kNone = -1;

    Links& at(int number) { return links_[static_cast<std::size_t>(number)]; }

    std::vector<Links> links_;
    int first_ = kNone;
    int last_ = kNone;
};

}  // namespace toolkitd::http
