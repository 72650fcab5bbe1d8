#include "support/status_text.h"

#include <sstream>
#include <string_view>

#include "base/partial_date.h"
#include "support/times.h"

namespace toolkitd::testing {
namespace {

std::string listed(std::string_view label, const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& each : words) line += (line.empty() ? " " + std::string(label) + " " : ", ") + each;
    return line;
}

std::string moment_text(const domain::Moment& moment) {
    return base::PartialDate{moment.day}.iso() + " " + text(moment.at) + " " + std::string(word(moment.basis));
}

std::string_view yes_or_no(std::optional<bool> answer) {
    if (!answer) return "not known";
    return *answer ? "yes" : "no";
}

}  // namespace

std::string text(const domain::Limit& limit) {
    std::string line = std::string(word(limit.kind)) + " by " + limit.event;
    line += listed("in", limit.scope.places) + listed("of", limit.scope.provisions);
    line += " since " + text(limit.since);
    return limit.until ? line + " until " + text(limit.until) : line;
}

std::string text(const std::optional<domain::NextChange>& next) {
    if (!next) return "none";
    return std::string(word(next->status)) + " " + text(next->at) + " " + std::string(word(next->basis));
}

std::string text(const domain::Status& status) {
    std::ostringstream out;
    out << "status " << word(status.kind) << "\nin effect " << yes_or_no(status.in_effect) << "\nsince "
        << text(status.since) << "\neffective " << (status.effective ? moment_text(*status.effective) : "none")
        << "\nreason " << word(status.reason) << " by " << status.reason_event.value_or("none") << "\nbasis "
        << (status.basis ? word(*status.basis) : "none") << "\nnext " << text(status.next_change);
    for (const auto& limit : status.limits) out << "\nlimit " << text(limit);
    return out.str();
}

}  // namespace toolkitd::testing
