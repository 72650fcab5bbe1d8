// A served site with metrics, in which the test counts what it likes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "http/metrics.h"
#include "http/served_site.h"
#include "http/traffic.h"

namespace toolkitd::testing {

class MeasuredSite {
public:
    MeasuredSite(domain::Catalogue catalogue, base::TimePoint now, bool rehearsal = false)
        : site(std::move(catalogue), now),
          metrics({site.store, site.loads, switches, traffic, site.clock, rehearsal, {"1.2.3", "abcdef"}}),
          service(site.store, site.loads, site.clock, {}, &metrics) {}

    // What a request for the metrics is answered.
    http::Response answer(std::vector<http::Field> fields = {}) const {
        return service.answer({http::Method::get, "/metrics", {}, fields});
    }

    // The value of a series as it is written, such as "toolkitd_resources{currency=\"current\"}"; "none" where it is
    // not there.
    std::string value(const std::string& series) const {
        const auto text = "\n" + answer().text;
        const auto at = text.find("\n" + series + " ");
        if (at == std::string::npos) return "none";
        const auto from = at + series.size() + 2;
        return text.substr(from, text.find('\n', from) - from);
    }

    ServedSite site;
    telemetry::Switches switches;
    http::Traffic traffic{1};
    http::Metrics metrics;
    http::Service service;
};

}  // namespace toolkitd::testing
