#include "http/idle_order.h"

#include <algorithm>

namespace toolkitd::http {

void IdleOrder::append(int number) {
    if (number == last_) return;
    remove(number);
    const auto place = static_cast<std::size_t>(number);
    if (place >= links_.size()) links_.resize(std::max(place + 1, links_.size() * 2));
    at(number) = {last_, kNone, true};
    (last_ == kNone ? first_ : at(last_).after) = number;
    last_ = number;
}

void IdleOrder::remove(int number) {
    if (!contains(number)) return;
    const Links links = at(number);
    (links.before == kNone ? first_ : at(links.before).after) = links.after;
    (links.after == kNone ? last_ : at(links.after).before) = links.before;
    at(number) = {};
}

bool IdleOrder::contains(int number) const {
    const auto place = static_cast<std::size_t>(number);
    return place < links_.size() && links_[place].linked;
}

}  // namespace toolkitd::http
