// Regulations and their events, in as few words as a test needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/regulation.h"

namespace toolkitd::testing {

// An event under construction: event("stay", EventKind::stayed, "2024-08-01").on("2024-08-05").in({"Texas"}).
// Days begin in New York; see `moment`.
class EventBuilder {
public:
    EventBuilder(std::string id, domain::EventKind kind, std::string_view announced);

    EventBuilder& on(std::string_view takes_effect);
    EventBuilder& in(std::vector<std::string> places);
    EventBuilder& of(std::vector<std::string> provisions);
    EventBuilder& lifting(std::string id);

    operator domain::Event() const { return event_; }  // NOLINT(google-explicit-constructor): that is what it is for

private:
    domain::Event event_;
};

EventBuilder event(std::string id, domain::EventKind kind, std::string_view announced);

// Published on a day, with an effective date or without one.
EventBuilder published(std::string_view announced, std::optional<std::string_view> effective = std::nullopt);

// A regulation with these events, put in order of announcement as the loader does, and placeholders for all else.
domain::Regulation regulation(std::vector<domain::Event> events, std::string id = "rule");

// The T visa rule of 2024: published on 30 April, corrected on 23 August, effective on 28 August, corrected again on
// 14 January 2025. Its id is "t-visa-final-rule-2024".
domain::Regulation t_visa_rule();

}  // namespace toolkitd::testing
