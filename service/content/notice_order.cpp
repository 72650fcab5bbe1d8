#include "content/notice_order.h"

#include <algorithm>

#include "content/notice_checks.h"

namespace toolkitd::content {
namespace {

using domain::Notice;

std::string file_of(const Notice& notice) { return "notices/" + notice.id + ".md"; }

std::string reason(domain::Precedence precedence) {
    switch (precedence) {
        case domain::Precedence::publishers_words: return "the publisher's words come before the service's";
        case domain::Precedence::own_place: return "a notice for named toolkits comes before one for all";
        case domain::Precedence::id: break;
    }
    return "its name comes first in the alphabet";
}

std::string statuses_of_both(const Notice& a, const Notice& b) {
    std::string list;
    for (const auto status : a.statuses) {
        if (std::count(b.statuses.begin(), b.statuses.end(), status) == 0) continue;
        list.append(list.empty() ? "" : ", ").append(word(status));
    }
    return list;
}

}  // namespace

std::vector<std::string> notice_order(const domain::Catalogue& catalogue) {
    std::vector<std::string> sentences;
    for (const Notice& first : catalogue.notices) {
        for (const Notice& second : catalogue.notices) {
            const auto why = domain::precedence(first, second, true);
            if (!why || !can_hold_at_once(first, second)) continue;
            sentences.push_back(file_of(first) + " is shown, and not " + file_of(second) + ", where both hold (" +
                                statuses_of_both(first, second) + "): " + reason(*why));
        }
    }
    return sentences;
}

}  // namespace toolkitd::content
