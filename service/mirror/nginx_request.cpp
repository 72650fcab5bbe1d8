// What is asked for: path, edition, language, variant, coding.
#include <algorithm>
#include <array>
#include <string_view>

#include "http/route_table.h"
#include "mirror/nginx.h"
#include "mirror/nginx_map.h"
#include "mirror/steps.h"
#include "render/embed_choice.h"

namespace toolkitd::mirror {
namespace {

using http::Answer;
using render::EmbedForm;

constexpr const char* kZeroWeight = "q=0(?:\\.0*)?\\s*(?:,|$)";
constexpr const char* kSegment = "[A-Za-z0-9._-]+";

// By which parameters an answer is chosen.
const char* kind_of(Answer answer) {
    switch (answer) {
        case Answer::content: return "content";
        case Answer::item: return "item";
        case Answer::resource_list: return "list";
        case Answer::embed_page: return "page";
        case Answer::embed_fragment: return "fragment";
        case Answer::home:
        case Answer::document:
        case Answer::publishers_page:
        case Answer::oembed:
        case Answer::live:
        case Answer::ready:
        case Answer::health:
        case Answer::metrics:
        case Answer::version: return "document";
    }
    return "document";
}

std::string expression_of(std::string_view route) {
    std::string expression = "~^";
    for (std::size_t at = 0; at < route.size();) {
        if (route[at] == '{') {
            expression += kSegment;
            at = route.find('}', at) + 1;
        } else {
            expression += route[at] == '.' ? std::string("\\.") : std::string(1, route[at]);
            ++at;
        }
    }
    return expression + "$";
}

std::string path_maps() {
    NginxMap path("$uri", "toolkit_path");
    path.line("default", "").line("~^(?<toolkit_bare>/(?:.*[^/])?)/*$", "$toolkit_bare");
    NginxMap slash("$uri", "toolkit_slash");
    slash.line("default", "").line("~[^/]/+$", "1");
    NginxMap kind("$toolkit_path", "toolkit_kind");
    kind.line("default", "");
    for (const auto& route : http::routes()) kind.line(expression_of(route.path), kind_of(route.answer));
    return path.text() + slash.text() + kind.text();
}

std::string time_maps(const Recording& recording, const base::Zone& zone) {
    std::vector<Step> editions;
    for (std::size_t i = 1; i < recording.editions(); ++i) {
        editions.push_back({recording.switches[i - 1], std::to_string(i)});
    }
    NginxMap clock("$msec", "toolkit_clock");
    clock.lines(steps_of_clock("0", editions));
    NginxMap asked("$arg_as_of", "toolkit_as_of");
    asked.lines(steps_of_query(recording.switches, zone));
    NginxMap edition("$toolkit_kind:$toolkit_as_of", "toolkit_edition");
    edition.line("default", "$toolkit_clock").line("~^(?!document:)[a-z]+:(?<toolkit_asked>\\d+)$", "$toolkit_asked");
    NginxMap past("$toolkit_kind:$toolkit_as_of", "toolkit_past");
    past.line("default", "").line("~^(?!document:)[a-z]+:\\d", "1");
    return clock.text() + asked.text() + edition.text() + past.text();
}

// The first language of the service's that is named in Accept-Language without a weight of zero; weights above that
// are taken to fall, as browsers write them.
std::string language_maps() {
    std::string tags;
    for (const auto language : render::kLanguages) tags += (tags.empty() ? "" : "|") + std::string(tag_of(language));
    NginxMap named("$arg_lang", "toolkit_named");
    NginxMap preferred("$http_accept_language", "toolkit_preferred");
    NginxMap language("$toolkit_named", "toolkit_language");
    named.line("default", "");
    preferred.line("default", tag_of(render::kUsualLanguage));
    language.line("default", "$toolkit_preferred");
    for (const auto each : render::kLanguages) {
        const std::string tag(tag_of(each));
        named.line(tag, tag);
        language.line(tag, tag);
        if (each == render::kUsualLanguage) continue;
        preferred.line("~*^(?:\\s*(?:(?!(?:" + tags + ")\\b)[^,]*|[^,;]*;\\s*q=0(?:\\.0*)?\\s*),)*+\\s*" + tag +
                           "\\b(?![^,]*;\\s*" + kZeroWeight + ")",
                       tag);
    }
    return named.text() + preferred.text() + language.text();
}

std::string negotiation_maps() {
    const auto wants = [](const std::string& coding) {
        return "~*(?:^|,)\\s*" + coding + "\\s*(?:,|$|;(?!\\s*" + kZeroWeight + "))";
    };
    NginxMap coding("$http_accept_encoding", "toolkit_coding");
    coding.line("default", "").line(wants("br"), "br").line(wants("(?:x-)?gzip"), "gzip");
    const std::string plain = "(?:application/json|application/\\*|\\*/\\*)";
    const std::string linked = "application/ld\\+json";
    NginxMap data("$http_accept", "toolkit_linked");
    data.line("default", "")
        .line("~*(?:^|,)\\s*" + plain + "\\s*(?:,|$)", "")
        .line("~*(?:^|,)\\s*" + linked + "\\s*(?:,|$)", "&linked-data")
        .line("~*(?:^|,)\\s*" + plain + "\\s*;", "")
        .line("~*(?:^|,)\\s*" + linked + "\\s*;\\s*(?!" + std::string(kZeroWeight) + ")q=[01]", "&linked-data");
    return coding.text() + data.text();
}

// For each parameter of an embed, what it adds to the key; `!` for what it cannot be.
std::string embed_map(const render::EmbedParameter& parameter) {
    static constexpr render::EmbedChoice kUsual;
    const std::string name(parameter.name);
    NginxMap map("$arg_" + name, "toolkit_by_" + name);
    map.line("default", "!").line("", "");
    for (const auto value : parameter.allowed) {
        const bool is_usual = value == kUsual.*parameter.value;
        map.line(value, is_usual ? "" : "&" + name + "=" + std::string(value));
    }
    return map.text();
}

constexpr std::string_view kToolkits = "/v1/toolkits/";
constexpr std::string_view kSections = "/sections/";

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// The one parameter of an embed that is an id. A former one stands for today's, by the paths that have moved.
std::string sections_map(const Recording& recording) {
    NginxMap map("$toolkit_edition$toolkit_path?$arg_sections", "toolkit_by_sections");
    map.line("default", "!").line("~\\?$", "").line("~\\?(?<toolkit_id>[a-z0-9-]+)$", "&sections=$toolkit_id");
    for (std::size_t i = 0; i < recording.editions(); ++i) {
        for (const auto& [former, today] : recording.moved[i]) {
            const auto at = former.find(kSections);
            if (!former.starts_with(kToolkits) || at == std::string::npos) continue;
            const auto toolkit = std::string_view(former).substr(kToolkits.size(), at - kToolkits.size());
            for (const auto form : {EmbedForm::page, EmbedForm::fragment}) {
                map.literal(
                    std::to_string(i) + render::embed_path(form, toolkit) + "?" + std::string(last_segment(former)),
                    "&sections=" + std::string(last_segment(today)));
            }
        }
    }
    return map.text();
}

// Of those that a list can be chosen by.
void add_former_toolkits(const Recording& recording, std::size_t edition, NginxMap& map) {
    const auto& values = recording.filter_values[edition].back();  // kResourceFilters ends with `toolkit`
    for (const auto& [former, today] : recording.moved[edition]) {
        const std::string_view id = std::string_view(former).substr(std::min(kToolkits.size(), former.size()));
        const bool is_toolkit = former.starts_with(kToolkits) && id.find('/') == std::string_view::npos;
        const std::string now(last_segment(today));
        if (!is_toolkit || std::find(values.begin(), values.end(), now) == values.end()) continue;
        map.literal(std::to_string(edition) + ":" + std::string(id), "&toolkit=" + now);
    }
}

std::string filter_map(const Recording& recording, std::size_t filter) {
    const std::string name(render::kResourceFilters[filter]);
    NginxMap map("$toolkit_edition:$arg_" + name, "toolkit_by_" + name);
    map.line("default", "!").line("~:$", "");
    for (std::size_t i = 0; i < recording.editions(); ++i) {
        for (const auto& value : recording.filter_values[i][filter]) {
            map.literal(std::to_string(i) + ":" + value, "&" + name + "=" + value);
        }
        if (name == "toolkit") add_former_toolkits(recording, i, map);
    }
    return map.text();
}

struct Kind {
    std::string name;
    std::string parameters;  // an expression of their names
    std::string variables;
};

std::vector<Kind> kinds() {
    std::vector<Kind> all{{"list", "", ""}, {"page", "", ""}, {"fragment", "", ""}};
    const auto add = [](Kind& kind, std::string_view name) {
        kind.parameters += "|" + std::string(name);
        kind.variables += "$toolkit_by_" + std::string(name);
    };
    for (const auto filter : render::kResourceFilters) add(all[0], filter);
    for (const auto& parameter : render::parameters_of(EmbedForm::page)) add(all[1], parameter.name);
    for (const auto& parameter : render::parameters_of(EmbedForm::fragment)) add(all[2], parameter.name);
    return all;
}

std::string variant_maps(const Recording& recording) {
    std::string text;
    for (std::size_t i = 0; i < render::kResourceFilters.size(); ++i) text += filter_map(recording, i);
    text += sections_map(recording);
    for (const auto& parameter : render::parameters_of(EmbedForm::page)) {
        if (parameter.name != "sections") text += embed_map(parameter);
    }
    for (const auto& parameter : render::parameters_of(EmbedForm::fragment)) {
        if (parameter.name != "sections") text += embed_map(parameter);
    }
    NginxMap given("$toolkit_kind", "toolkit_given");
    given.line("default", "");
    for (const auto& kind : kinds()) given.line(kind.name, kind.variables);
    NginxMap variant("$toolkit_kind", "toolkit_variant");
    variant.line("default", "$toolkit_given").line("item", "$toolkit_linked");
    return text + given.text() + variant.text();
}

// A parameter that is empty, comes twice, or is what it cannot be.
std::string refusal_maps() {
    NginxMap twice("$toolkit_kind:$args", "toolkit_twice");
    twice.line("default", "").line("~^(?:document)?:", "");
    const auto add = [&](const std::string& kind, const std::string& names) {
        twice.line("~^" + kind + ":(?:.*&)?(?!sections)(?:" + names + ")=?(?:&|$)", "1");
        twice.line("~^" + kind + ":(?:.*&)?(" + names + ")(?:=[^&]*)?&(?:.*&)?\\1(?:[=&]|$)", "1");
    };
    add("(?:content|item)", "as_of|lang");
    for (const auto& kind : kinds()) add(kind.name, "as_of|lang" + kind.parameters);
    NginxMap refused("$toolkit_kind:$toolkit_as_of:$toolkit_given:$toolkit_named:$arg_lang", "toolkit_refused");
    refused.line("default", "$toolkit_twice")
        .line("~^(?:document)?:", "")
        .line("~^[a-z]+:!", "1")
        .line("~^[a-z]+:\\d*:[^:]*!", "1")
        .line("~^[a-z]+:\\d*:[^:]*::.", "1");
    return twice.text() + refused.text();
}

}  // namespace

std::string request_maps(const Recording& recording, const base::Zone& zone) {
    return path_maps() + time_maps(recording, zone) + language_maps() + negotiation_maps() + variant_maps(recording) +
           refusal_maps();
}

}  // namespace toolkitd::mirror
