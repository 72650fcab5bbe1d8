#include "render/samples.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "render/listing.h"
#include "render/messages.h"
#include "render/rights.h"
#include "render/sample_text.h"

namespace toolkitd::render {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

struct StandIns {
    Html away;    // shown in the toolkit's place while the service is away
    Html beside;  // stays in the page whatever the frame shows
};

// Each with the way for survivors, and where the toolkit is.
StandIns stand_ins(const View& view, const domain::Toolkit& toolkit) {
    const auto& audience = view.catalogue().audience;
    Html help = audience.survivor_redirect.html;
    if (const auto& hotline = audience.hotline) {
        const Html number = "<a href=\"" + telephone_address(*hotline) + "\">" + escape_html(hotline->number) + "</a>";
        const auto label = escape_html(hotline->label);
        help += "<p>" + message(kUsualLanguage, "oembed.hotline", {{"number", number}, {"label", label}}) + "</p>\n";
    }
    const Html link = "<a href=\"" + escape_html(toolkit.canonical_url) + "\">" + escape_html(toolkit.title) + "</a>";
    const Html publisher = escape_html(view.catalogue().publisher.name);
    const MessageArguments arguments{{"toolkit", link}, {"publisher", publisher}};
    return {help + "<p>" + message(kUsualLanguage, "oembed.away", arguments) + "</p>",
            help + "<p>" + message(kUsualLanguage, "oembed.by", arguments) + "</p>"};
}

// The lines as literals of JavaScript.
std::string strings_of(std::string_view text) {
    std::string literals;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        literals.append(literals.empty() ? "  " : ",\n  ").append(nlohmann::json(line).dump());
    }
    return literals + ",";
}

// An apostrophe would end the quoted strings in which programs hold an address.
std::string quotable(std::string_view address) {
    std::string safe;
    for (const char c : address) {
        if (c == '\'') {
            safe += "%27";
        } else {
            safe += c;
        }
    }
    return safe;
}

// Each "@NAME@" once: what a value holds is no name.
std::string with_values(std::string_view text, const Values& values) {
    std::string filled;
    while (!text.empty()) {
        const auto at = text.find('@');
        filled.append(text.substr(0, at));
        if (at == std::string_view::npos) break;
        const auto end = text.find('@', at + 1);
        const auto name = end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
        const auto value = values.find(name);
        filled.append(value == values.end() ? "@" : value->second);
        text.remove_prefix(value == values.end() ? at + 1 : end + 1);
    }
    return filled;
}

}  // namespace

std::string sample(std::string_view name, const View& view, const domain::Toolkit& toolkit, std::string_view service) {
    const auto [away, beside] = stand_ins(view, toolkit);
    return with_values(sample_text(name), {{"SERVICE", quotable(service)},
                                           {"SERVICE_HTML", escape_html(service)},
                                           {"TOOLKIT", toolkit.id},
                                           {"TITLE", escape_html(toolkit.title)},
                                           {"AWAY", away},
                                           {"BESIDE", beside},
                                           {"AWAY_STRINGS", strings_of(away)}});
}

Html shown_sample(std::string_view name, const View& view, const domain::Toolkit& toolkit, std::string_view service) {
    auto text = sample(name, view, toolkit, service);
    while (text.ends_with('\n')) text.pop_back();
    return escape_html(text);
}

}  // namespace toolkitd::render
