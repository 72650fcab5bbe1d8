#include "mirror/nginx.h"

#include <algorithm>
#include <bit>

#include "mirror/nginx_map.h"

namespace toolkitd::mirror {
namespace {

std::string sizes(const Recording& recording) {
    std::size_t longest = 0;
    for (const auto& place : recording.places) longest = std::max(longest, place.path.size());
    const auto bucket = std::max<std::size_t>(256, std::bit_ceil(longest + 64));
    const auto most = std::bit_ceil(std::max<std::size_t>(2048, 4 * recording.places.size()));
    return "map_hash_bucket_size " + std::to_string(bucket) + ";\nmap_hash_max_size " + std::to_string(most) + ";\n";
}

std::string add_header(const std::string& name, const std::string& quoted_value) {
    return "    add_header " + name + " " + quoted_value + " always;\n";
}

std::string common(const Recording& recording) {
    std::string text;
    for (const auto& [name, value] : recording.common) text += add_header(name, in_quotes(value));
    return text;
}

std::string validators() {
    return add_header("ETag", "$toolkit_etag") + add_header("Last-Modified", "$toolkit_last_modified") +
           add_header("Cache-Control", "$toolkit_cache_control") + add_header("Vary", "$toolkit_vary");
}

std::string location(const std::string& name, const std::string& lines) {
    return "location = /-/" + name + " {\n    internal;\n" + lines + "}\n";
}

std::string file(const std::string& variable) {
    return "    root $toolkit_root/bodies;\n    rewrite ^ /$" + variable + " break;\n";
}

// nginx gives `return` no status below 400 without a body of its own.
std::string turned_into(const std::string& status, const std::string& place) {
    return "    error_page 418 =" + status + " /-/" + place + ";\n    return 418;\n";
}

std::string refused(const Recording& recording) {
    const Answer& failed = recording.stray(Stray::precondition_failed, render::kUsualLanguage);
    std::string lines = file("toolkit_failed_body") + common(recording) + add_header("ETag", "\"\"") +
                        add_header("Last-Modified", "\"\"") + add_header("Cache-Control", "no-store") +
                        add_header("Content-Language", "$toolkit_language");
    for (const auto& [name, value] : failed.fields) {
        if (name == "Content-Type") lines += add_header(name, in_quotes(value));
    }
    return location("412", lines);
}

std::string preflight(const Recording& recording) {
    std::string lines = common(recording);
    for (const auto& [name, value] : recording.preflight) lines += add_header(name, in_quotes(value));
    return location("204", lines + "    return 204;\n");
}

std::string failed_map(const Recording& recording) {
    NginxMap body("$toolkit_language", "toolkit_failed_body");
    for (const auto language : render::kLanguages) {
        body.line(tag_of(language),
                  recording.stray(Stray::precondition_failed, language).body(site::Coding::identity).hash);
    }
    return body.text();
}

constexpr const char* kServer = R"(# Written by toolkitd export. Include it in a server block, after
#     set $toolkit_root FOLDER;
# where FOLDER is the one that this file's folder is in. nginx's logs hold who asked for what; none is kept.
access_log off;
error_log /dev/null crit;
server_tokens off;
default_type "";
types {}
etag off;
if_modified_since off;
max_ranges 0;
absolute_redirect off;
gzip off;
charset off;
expires off;
error_page 404 405 /-/answer;
error_page 412 /-/412;
location / {
    set $toolkit_evaluated $toolkit_query;  # while there still is a query
    rewrite ^ /-/$toolkit_outcome last;
}
)";

}  // namespace

std::string maps_conf(const Recording& recording, const base::Zone& zone) {
    return "# Written by toolkitd export. Include it in the http block, once.\n" + sizes(recording) +
           "geo $toolkit_dollar {\n    default \"$\";\n}\n" +
           NginxMap("", "toolkit_public_url").line("default", "").literal("", recording.settings.public_url).text() +
           request_maps(recording, zone) + choice_maps(recording) + answer_maps(recording) + failed_map(recording);
}

std::string server_conf(const Recording& recording) {
    std::string answer = file("toolkit_body") + common(recording) + validators();
    for (const auto& name : own_names(recording)) answer += add_header(name, "$" + variable_of(name));
    answer += add_header("Content-Encoding", "$toolkit_content_encoding");
    std::string text = kServer + location("200", answer) + location("answer", answer) +
                       location("known", file("toolkit_body") + common(recording) + validators()) +
                       location("304", turned_into("304", "known")) + preflight(recording) + refused(recording);
    for (const std::string status : {"307", "308"}) text += location(status, turned_into(status, "answer"));
    for (const std::string status : {"400", "404", "405"}) {
        text += location(status, "    error_page " + status + " /-/answer;\n    return " + status + ";\n");
    }
    return text;
}

}  // namespace toolkitd::mirror
