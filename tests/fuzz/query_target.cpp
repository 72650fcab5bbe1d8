#include <algorithm>
#include <string>

#include "base/partial_date.h"
#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"
#include "http/head.h"
#include "http/query.h"
#include "http/target.h"

namespace toolkitd::fuzz {
namespace {

using http::Parameter;
using http::Request;

const base::Zone& zone() {
    static const base::Zone kZone = base::Zone::find("America/New_York").value();
    return kZone;
}

const render::FilterValues& allowed() {
    static const render::FilterValues kAllowed{
        {{"advocate", "attorney"}, {"current", "predates_rule"}, {"guide", "video"}, {"lereporting"}}};
    return kAllowed;
}

std::vector<Parameter> naive_query(std::string_view query) {
    std::vector<Parameter> found;
    for (const auto pair : split(query, "&")) {
        const auto name = pair.substr(0, pair.find('='));
        if (name.empty()) continue;
        const auto value = pair.substr(std::min(name.size() + 1, pair.size()));
        found.push_back({form_decoded(name), form_decoded(value)});
    }
    return found;
}

std::vector<std::string> values(const std::vector<Parameter>& query, std::string_view name) {
    std::vector<std::string> found;
    for (const auto& parameter : query) {
        if (parameter.name == name) found.push_back(parameter.value);
    }
    return found;
}

Request request(const std::vector<Parameter>& query) { return {http::Method::get, "/v1/resources", query, {}}; }

void check_as_of(const std::vector<Parameter>& query) {
    const auto given = values(query, "as_of");
    const auto read = http::as_of(request(query), zone());
    if (given.empty()) return require(read && !*read, "without as_of there is no instant");
    if (given.size() > 1) return require(!read && read.error().name == "as_of", "a second as_of is told back");
    if (!read) return require(read.error().given == given[0], "a bad as_of is told back");
    require(read->has_value(), "as_of that is taken names an instant");
    require(**read >= base::kEarliest && **read <= base::kLatest, "the instant is in the accepted range");
    const auto again = http::as_of(request({{"as_of", base::rfc3339(**read)}}), zone());
    require(again && *again == *read, "the instant, written anew, is the same");
}

void check_filters(const std::vector<Parameter>& query) {
    const auto chosen = http::resource_filters(request(query), allowed());
    for (std::size_t i = 0; chosen && i < chosen->size(); ++i) {
        const auto given = values(query, render::kResourceFilters[i]);
        require(given.size() <= 1, "no filter is given twice");
        require((*chosen)[i] == (given.empty() ? "" : given[0]), "a filter is what was given");
    }
    if (!chosen) {
        const auto given = values(query, chosen.error().name);
        const auto& known = chosen.error().allowed;
        require(given.size() > 1 || std::find(known.begin(), known.end(), given.at(0)) == known.end(),
                "a filter is refused where it is given twice, or is not allowed");
        return;
    }
    http::Target list;
    const std::string path = render::resource_list_path(*chosen);
    http::read_target(path, list);
    require(list.path == render::kResourceList, "a list's path is that of the resources");
    const auto again = http::resource_filters(request(list.query), allowed());
    require(again && *again == *chosen, "the filters, written anew, are the same");
}

void check_target(std::string_view input) {
    const std::string bytes = "GET " + std::string(input) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto head = http::check_head(bytes, {});
    if (!head) return;
    const auto path = head->target.substr(0, head->target.find('?'));
    const auto query = naive_query(head->target.substr(std::min(path.size() + 1, head->target.size())));
    http::Target target;
    http::read_target(head->target, target);
    require(target.path == (path.empty() ? "/" : percent_decoded(path)),
            "the path is percent-decoded, and nothing else");
    require(std::equal(query.begin(), query.end(), target.query.begin(), target.query.end(),
                       [](const auto& a, const auto& b) { return a.name == b.name && a.value == b.value; }),
            "the parameters are those that a naive reading finds");
    check_as_of(target.query);
    check_filters(target.query);
}

void check_times(std::string_view text) {
    if (const auto instant = base::parse_rfc3339(text)) {
        require(*instant >= base::kEarliest && *instant <= base::kLatest, "an instant is in the accepted range");
        require(base::parse_rfc3339(base::rfc3339(*instant)) == instant, "an instant, written anew, is the same");
    }
    if (const auto date = base::parse_partial_date(text)) {
        require(date->iso() == text, "a date has one form");
        require(date->first <= date->last(), "a date's first day is not behind its last");
    }
    if (const auto day = base::parse_day(text)) {
        require(base::parse_partial_date(text)->first == *day, "a day is a date");
        require(zone().day_of(zone().start_of(*day)) == *day, "a day starts within itself");
    }
}

}  // namespace

void query(std::string_view input) {
    check_target(input);
    check_times(input);
    check_as_of({{"as_of", std::string(input)}});
}

}  // namespace toolkitd::fuzz
