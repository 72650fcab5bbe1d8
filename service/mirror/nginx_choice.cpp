// Which answer a request gets.
#include <algorithm>

#include "mirror/nginx.h"
#include "mirror/nginx_map.h"

namespace toolkitd::mirror {
namespace {

constexpr std::size_t kWholeMaps = 32;  // nginx follows variables no deeper than a hundred times

// As the maps of a request write it: "en/v1/resources&kind=video".
std::string key_of(const Place& place) {
    std::string key(tag_of(place.language));
    key += place.path;
    if (const auto query = key.find('?'); query != std::string::npos) key[query] = '&';
    return place.linked_data ? key + "&linked-data" : key;
}

using Keys = std::map<std::string, std::string>;

// Every key of an edition, with its answer.
std::vector<Keys> keys_of_editions(const Recording& recording) {
    std::vector<Keys> all(recording.editions());
    for (const auto& place : recording.places) {
        for (auto i = place.first; i <= place.last; ++i) all[i].emplace(key_of(place), std::to_string(place.answer));
    }
    return all;
}

// An edition says what is not as in the edition before it.
NginxMap edition_map(const std::vector<Keys>& all, std::size_t edition) {
    const bool whole = edition % kWholeMaps == 0;
    NginxMap map("$toolkit_language$toolkit_path$toolkit_variant", "toolkit_at_" + std::to_string(edition));
    map.line("default", whole ? "" : "$toolkit_at_" + std::to_string(edition - 1));
    static const Keys kNone;
    const Keys& before = whole ? kNone : all[edition - 1];
    for (const auto& [key, answer] : all[edition]) {
        const auto found = before.find(key);
        if (found == before.end() || found->second != answer) map.literal(key, answer);
    }
    for (const auto& [key, answer] : before) {
        if (!all[edition].contains(key)) map.literal(key, "");
    }
    return map;
}

std::string found_maps(const Recording& recording) {
    const auto keys = keys_of_editions(recording);
    std::string text;
    NginxMap page("$toolkit_edition", "toolkit_page");
    NginxMap nothing("$toolkit_edition$toolkit_language", "toolkit_nothing");
    nothing.line("default", "");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto number = std::to_string(i);
        text += edition_map(keys, i).text();
        page.line(number, "$toolkit_at_" + number);
        for (const auto language : render::kLanguages) {
            const std::string tag(tag_of(language));
            const auto empty = keys[i].find(tag + "/v1/resources&nothing");
            if (empty != keys[i].end()) nothing.line(number + tag, empty->second);
        }
    }
    NginxMap found("$toolkit_kind:$toolkit_variant:$toolkit_page", "toolkit_found");
    found.line("default", "$toolkit_page").line("~^:", "").line("~^list:[^!:]*:$", "$toolkit_nothing");
    return text + page.text() + nothing.text() + found.text();
}

std::string moved_maps(const Recording& recording) {
    NginxMap moved("$toolkit_edition$toolkit_path", "toolkit_moved");
    moved.line("default", "");
    for (std::size_t i = 0; i < recording.editions(); ++i) {
        for (const auto& [former, today] : recording.moved[i]) moved.literal(std::to_string(i) + former, today);
    }
    NginxMap way("$toolkit_found", "toolkit_way");
    way.line("default", "$toolkit_path").line("", "$toolkit_moved");
    NginxMap language("$toolkit_kind:$toolkit_named", "toolkit_way_language");
    language.line("default", "").line("~^(?!document:)[a-z]+:(?<toolkit_tag>..)$", "&lang=$toolkit_tag");
    NginxMap instant("$toolkit_past", "toolkit_way_instant");
    instant.line("default", "").line("1", "&as_of=$arg_as_of");
    NginxMap query("$toolkit_given$toolkit_way_language$toolkit_way_instant", "toolkit_query");
    query.line("default", "").line("~^&(?<toolkit_rest>.*)$", "?$toolkit_rest");
    return moved.text() + way.text() + language.text() + instant.text() + query.text();
}

// RFC 9110 section 13.2.2, as far as maps can compare.
std::string conditional_maps() {
    NginxMap same("$toolkit_found_tag:$http_if_none_match", "toolkit_same");
    same.line("default", "0").line("~:$", "").line("~^[^:]+:\\s*\\*\\s*$", "1").line("~^(\"[0-9a-f]+\"):.*\\1", "1");
    NginxMap known("$toolkit_same:$http_if_modified_since|$toolkit_found_modified", "toolkit_known");
    known.line("default", "").line("~^1:", "1").line("~^:([^|]+)\\|\\1$", "1");
    return same.text() + known.text();
}

std::string status_map(const Recording& recording) {
    NginxMap status("$toolkit_found", "toolkit_status");
    status.line("default", "200").line("", "");
    for (std::size_t i = 0; i < recording.answers.size(); ++i) {
        if (recording.answers[i].status != 200) {
            status.line(std::to_string(i), std::to_string(recording.answers[i].status));
        }
    }
    return status.text();
}

std::string outcome_maps() {
    NginxMap bad("$toolkit_refused:$toolkit_found:$toolkit_moved:$toolkit_given", "toolkit_bad");
    bad.line("default", "").line("~^1", "1").line("~^:::.*&sections=", "1");
    NginxMap outcome("$request_method:$toolkit_bad:$toolkit_status:$toolkit_slash:$toolkit_known:$toolkit_moved",
                     "toolkit_outcome");
    outcome.line("default", "404")
        .line("~^OPTIONS:", "204")
        .line("~^(?!GET:|HEAD:)", "405")
        .line("~^\\w+:1:", "400")
        .line("~^\\w+::\\d+:1:", "308")
        .line("~^\\w+::200::1:", "304")
        .line("~^\\w+::200:", "200")
        .line("~^\\w+::307:", "307")
        .line("~^\\w+:::[^:]*:[^:]*:/", "308");
    return bad.text() + outcome.text();
}

std::string answer_map(const Recording& recording) {
    NginxMap answer("$toolkit_outcome:$toolkit_language:$toolkit_found", "toolkit_answer");
    answer.line("default", "none").line("~^(?:200|304|307|404):..:(?<toolkit_number>\\d+)$", "$toolkit_number");
    for (const auto language : render::kLanguages) {
        const std::string tag(tag_of(language));
        const auto& strays = recording.strays[place_of(language)];
        const auto number = [&](Stray stray) { return std::to_string(strays[static_cast<std::size_t>(stray)]); };
        answer.line("~^404:" + tag + ":$", number(Stray::missing))
            .line("~^400:" + tag + ":", number(Stray::refused))
            .line("~^405:" + tag + ":", number(Stray::method_not_allowed));
    }
    return answer.text();
}

}  // namespace

std::string choice_maps(const Recording& recording) {
    return found_maps(recording) + moved_maps(recording) + status_map(recording) + conditional_maps() + outcome_maps() +
           answer_map(recording);
}

}  // namespace toolkitd::mirror
