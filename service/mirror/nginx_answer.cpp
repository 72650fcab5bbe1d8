// What an answer says: the file of its body, its fields, and for how long it may be kept.
#include <algorithm>
#include <set>

#include "base/hash.h"
#include "mirror/nginx.h"
#include "mirror/nginx_map.h"
#include "mirror/steps.h"

namespace toolkitd::mirror {
namespace {

using base::Instant;
using site::Coding;

struct NamedCoding {
    Coding coding;
    std::string name;
};

const std::vector<NamedCoding>& codings() {
    static const std::vector<NamedCoding> kAll{{Coding::identity, ""}, {Coding::gzip, "gzip"}, {Coding::brotli, "br"}};
    return kAll;
}

std::string body_maps(const Recording& recording) {
    NginxMap found("$toolkit_found:$toolkit_coding", "toolkit_found_body");
    NginxMap coded("$toolkit_found:$toolkit_outcome", "toolkit_coded");
    found.line("default", "");
    coded.line("default", "").line("~^\\d+:(?:200|304)$", "1");
    NginxMap body("$toolkit_answer", "toolkit_body");
    body.line("default", "$toolkit_found_body").line("none", base::fingerprint(""));
    // What a coding does not make smaller is not in it.
    NginxMap encoding("$toolkit_coded:$toolkit_coding:$toolkit_found", "toolkit_content_encoding");
    encoding.line("default", "").line("~^1:br:", "br").line("~^1:gzip:", "gzip");
    for (std::size_t i = 0; i < recording.answers.size(); ++i) {
        const Answer& answer = recording.answers[i];
        const auto number = std::to_string(i);
        for (const auto& [coding, name] : codings()) {
            const Body& own = answer.body(coding);
            found.line(number + ":" + name, (own.bytes ? own : answer.body(Coding::identity)).hash);
            if (!own.bytes) encoding.line("1:" + name + ":" + number, "");
        }
        if (!answer.body(Coding::brotli).bytes && !answer.body(Coding::gzip).bytes) {
            body.line(number, answer.body(Coding::identity).hash);
            coded.line(number + ":200", "");
        }
    }
    NginxMap found_tag("$toolkit_status:$toolkit_found_body", "toolkit_found_tag");
    found_tag.line("default", "").line("~^200:(?<toolkit_hash>.+)$", "\"$toolkit_hash\"");
    NginxMap tag("$toolkit_outcome", "toolkit_etag");
    tag.line("default", "").line("200", "$toolkit_found_tag").line("304", "$toolkit_found_tag");
    return found.text() + coded.text() + body.text() + encoding.text() + found_tag.text() + tag.text();
}

std::string field_maps(const Recording& recording) {
    std::string text;
    for (const auto& name : own_names(recording)) {
        NginxMap map("$toolkit_answer", variable_of(name));
        map.line("default", "");
        if (name == "Location") map.line("none", "$toolkit_public_url$toolkit_way$toolkit_query");
        for (std::size_t i = 0; i < recording.answers.size(); ++i) {
            for (const auto& [each, value] : recording.answers[i].fields) {
                if (each == name) map.literal(std::to_string(i), value);
            }
        }
        text += map.text();
    }
    return text;
}

// A problem's words hang on the language alone, all else on coding and type as well; neither where the address names
// its language.
std::string vary_maps(const Recording& recording) {
    NginxMap whole("$toolkit_answer", "toolkit_vary_whole");
    whole.line("default", "");
    for (std::size_t i = 0; i < recording.answers.size(); ++i) {
        if (!recording.answers[i].vary.empty()) whole.literal(std::to_string(i), recording.answers[i].vary);
    }
    NginxMap vary("$toolkit_named:$toolkit_vary_whole", "toolkit_vary");
    vary.line("default", "")
        .line("~^..:Accept-Language$", "")
        .line("~^..:(?<toolkit_less>.*), Accept-Language$", "$toolkit_less")
        .line("~^[^:]*:(?<toolkit_all>.+)$", "$toolkit_all");
    return whole.text() + vary.text();
}

std::string modified_maps(const Recording& recording) {
    std::set<Instant> instants;
    NginxMap modified("$toolkit_found", "toolkit_found_modified");
    modified.line("default", "");
    for (std::size_t i = 0; i < recording.answers.size(); ++i) {
        const auto& at = recording.answers[i].last_modified;
        if (!at) continue;
        instants.insert(*at);
        modified.line(std::to_string(i), "$toolkit_since_" + std::to_string(at->time_since_epoch().count()));
    }
    std::string text;
    for (const Instant at : instants) {  // told from then on: RFC 9110 section 8.8.2.1
        NginxMap since("$msec", "toolkit_since_" + std::to_string(at.time_since_epoch().count()));
        since.lines(steps_of_clock("", {{at, base::http_date(at)}}));
        text += since.text();
    }
    NginxMap told("$toolkit_outcome", "toolkit_last_modified");
    told.line("default", "").line("200", "$toolkit_found_modified").line("304", "$toolkit_found_modified");
    return text + modified.text() + told.text();
}

const char* name_of(Keeping keeping) {
    switch (keeping) {
        case Keeping::content: return "content";
        case Keeping::for_ever: return "for_ever";
        case Keeping::redirect: return "redirect";
        case Keeping::missing: return "missing";
        case Keeping::never: return "never";
    }
    return "never";
}

std::string keeping_maps(const Recording& recording) {
    NginxMap keeping("$toolkit_answer", "toolkit_keeping");
    keeping.line("default", "content").line("none", "redirect");
    for (std::size_t i = 0; i < recording.answers.size(); ++i) {
        const auto how = recording.answers[i].keeping;
        if (how != Keeping::content) keeping.line(std::to_string(i), name_of(how));
    }
    NginxMap cache("$toolkit_past:$toolkit_keeping", "toolkit_cache_control");
    cache.line("default", "no-store").line("~:for_ever$", "public, max-age=31536000, immutable");
    std::string text;
    const auto add = [&](Keeping how, const http::Lifetime& wish) {
        const std::string name = name_of(how);
        const auto [first, steps] = thrift(wish, recording.switches);
        text += NginxMap("$msec", "toolkit_keep_" + name).lines(steps_of_clock(first, steps)).text();
        cache.line(":" + name, "$toolkit_keep_" + name).line("1:" + name, http::cache_control(wish));
    };
    const auto& settings = recording.settings.cache;
    add(Keeping::content, {settings.max_age, settings.stale_while_revalidate, settings.stale_if_error});
    add(Keeping::redirect, {settings.redirect_max_age, {}, {}});
    add(Keeping::missing, {settings.not_found_max_age, {}, {}});
    return keeping.text() + text + cache.text();
}

}  // namespace

std::string variable_of(const std::string& field) {
    std::string variable = "toolkit_";
    for (const char c : field) variable += c == '-' ? '_' : static_cast<char>(c | 0x20);
    return variable;
}

std::vector<std::string> own_names(const Recording& recording) {
    std::set<std::string> names{"Location"};
    for (const auto& answer : recording.answers) {
        for (const auto& field : answer.fields) names.insert(field.first);
    }
    return {names.begin(), names.end()};
}

std::string answer_maps(const Recording& recording) {
    return body_maps(recording) + field_maps(recording) + vary_maps(recording) + modified_maps(recording) +
           keeping_maps(recording);
}

}  // namespace toolkitd::mirror
